package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutinePaths;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SQL functions that the server could put into the queries that call them, and that it calls instead once they have a setting: those
 * that return an expression, or the rows of one query.
 *
 * @see <a href="https://wiki.postgresql.org/wiki/Inlining_of_SQL_functions">Inlining of SQL functions</a>
 */
final class InlinedRoutineRule implements AnalysisRule {
    private final RoutineTexts texts;

    InlinedRoutineRule(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final Pattern ROWS = Pattern.compile("^ RETURNS (SETOF |TABLE\\()", Pattern.MULTILINE);
    private static final Pattern STABLE = Pattern.compile("^ (WINDOW )?(IMMUTABLE|STABLE)\\b", Pattern.MULTILINE);
    private static final Pattern STRICT = Pattern.compile("^ [A-Z ]*\\bSTRICT\\b", Pattern.MULTILINE);

    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.mapping().routineBodies().value() != RoutineBodies.SEARCH_PATH
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        RoutinePaths paths = texts.paths();
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            if (isInlined(routine) && paths.extended(routine).isPresent()) {
                findings.add(Finding.of(
                        FindingCode.ROUTINE_NO_LONGER_INLINED,
                        Severity.WARNING,
                        routine.describe(),
                        "it gets a search_path of its own, and the server does not inline a function that has a setting:"
                                + " queries that call it may become slower",
                        "write the new schemas in its text, or let it be done: "
                                + MappingOption.ROUTINE_BODIES.advice("rewrite")));
            }
        }
        return findings;
    }

    private static boolean isInlined(Routine routine) {
        if (!routine.language().value().equals("sql")
                || routine.kind() != 'f'
                || routine.securityDefiner()
                || !routine.settings().isEmpty()) {
            return false;
        }
        String definition = routine.definition().orElse("");
        boolean rows = ROWS.matcher(definition).find();
        return rows
                ? STABLE.matcher(definition).find()
                        && !STRICT.matcher(definition).find()
                        && isOneQuery(routine.source(), true)
                : isOneQuery(routine.source(), false);
    }

    /**
     * Whether a text is one SELECT.
     *
     * @param tables whether it may read any
     */
    private static boolean isOneQuery(String text, boolean tables) {
        List<Token> tokens = Lexer.tokens(text, StringSyntax.STANDARD).stream()
                .filter(token -> !token.kind().isBlank())
                .toList();
        int end = tokens.size();
        while (end > 0 && tokens.get(end - 1).isPunctuation(text, ";")) {
            end--;
        }
        List<Token> query = tokens.subList(0, end);
        return !query.isEmpty()
                && (query.get(0).isWord(text, "select")
                        || tables && query.get(0).isWord(text, "with"))
                && query.stream().noneMatch(token -> token.isPunctuation(text, ";"))
                && (tables || query.stream().noneMatch(token -> token.isWord(text, "from")));
    }
}
