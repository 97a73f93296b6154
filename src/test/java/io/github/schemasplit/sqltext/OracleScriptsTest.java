package io.github.schemasplit.sqltext;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.schemasplit.sqltext.oracle.ParseTree;
import io.github.schemasplit.sqltext.oracle.PgParser;
import io.github.schemasplit.sqltext.oracle.RoutineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Our reader against PostgreSQL's own parser on every statement and every body of scripts: the sample's and those that hold the
 * grammar's forms, or those that {@code -Doracle.scripts=one.sql,two.sql} names.
 */
class OracleScriptsTest {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/it/demo/database"), Path.of("src/test/resources/oracle/scripts"));
    private static final String SCRIPTS = System.getProperty("oracle.scripts", "");

    private static final String VARIABLE = "SELECT ";

    private final PgParser parser = PgParser.shared();
    private final OracleComparison comparison = new OracleComparison();
    private final List<String> refused = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int bodies;
    private int inBodies;
    private final List<String> missing = new ArrayList<>();
    private final List<String> surplus = new ArrayList<>();

    @Test
    void findsTheReferencesOfThePostgresParser() throws IOException {
        for (Path script : scripts()) {
            for (ScriptStatement statement : ScriptSplitter.split(Files.readString(script))) {
                if (parser.parse(statement.text()) instanceof ParseTree tree) {
                    statement(script.getFileName().toString(), tree);
                } else {
                    refused.add(statement.text());
                }
            }
        }
        System.out.println(comparison);
        System.out.printf(
                Locale.ROOT,
                "%d bodies in PL/pgSQL with %d references, %d missing, %d surplus%n",
                bodies,
                inBodies,
                missing.size(),
                surplus.size());
        assertThat(comparison.statements()).isPositive();
        assertThat(refused).isEmpty();
        assertThat(comparison.differences()).isEmpty();
        assertThat(broken).isEmpty();
        assertThat(missing).isEmpty();
        assertThat(surplus).isEmpty();
    }

    private static List<Path> scripts() throws IOException {
        if (!SCRIPTS.isEmpty()) {
            return Arrays.stream(SCRIPTS.split(",")).map(Path::of).toList();
        }
        List<Path> scripts = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".sql")).sorted().forEach(scripts::add);
            }
        }
        return scripts;
    }

    private void statement(String script, ParseTree tree) {
        if (comparison.compare(script, tree)) {
            OracleEdit.breaks(parser, tree).ifPresent(broken::add);
        }
        for (RoutineText routine : tree.routines()) {
            body(routine, tree.source());
        }
    }

    private void body(RoutineText routine, String statement) {
        switch (routine.language()) {
            case "sql" -> comparison.compare("SQL bodies", parser.tree(routine.body()));
            case "plpgsql" -> plpgsql(routine.body(), parser.plpgsql(statement));
            default -> {}
        }
    }

    /** What is not in an expression must be in a declaration. */
    private void plpgsql(String body, JsonNode tree) {
        List<String> expected = new ArrayList<>();
        for (JsonNode expression : tree.findValues("PLpgSQL_expr")) {
            references(expression.path("query").asText()).stream()
                    .map(r -> r.kind() + " " + String.join(".", r.names()))
                    .forEach(expected::add);
        }
        List<String> types = tree.findValuesAsText("typname");
        List<Token> strings = Lexer.tokens(body, StringSyntax.STANDARD).stream()
                .filter(token -> token.kind() == TokenKind.STRING || token.kind() == TokenKind.DOLLAR_STRING)
                .toList();
        List<String> rest = new ArrayList<>(expected);
        for (Reference reference : References.ofPlpgsql(body, StringSyntax.STANDARD)) {
            String name = String.join(
                    ".",
                    reference.parts().stream().map(p -> p.identifier().value()).toList());
            String text = body.substring(reference.start(), reference.end());
            // What is in a string is data to the parser.
            if (strings.stream().noneMatch(s -> s.start() <= reference.start() && reference.end() <= s.end())
                    && !rest.remove(reference.kind() + " " + name)
                    && types.stream().noneMatch(type -> begins(type, text) || begins(type, name))) {
                surplus.add(reference.kind() + " " + name + " in " + body);
            }
        }
        rest.stream().map(r -> r + " in " + body).forEach(missing::add);
        bodies++;
        inBodies += expected.size();
    }

    /** Whether a type is the named one, perhaps with parameters, {@code []} or {@code %TYPE} after it. */
    private static boolean begins(String type, String name) {
        return type.startsWith(name)
                && (type.length() == name.length() || !Character.isLetterOrDigit(type.charAt(name.length())));
    }

    /** An expression, the assignment of one, or a statement. */
    private List<io.github.schemasplit.sqltext.oracle.Reference> references(String query) {
        // What is assigned may be followed by FROM and more, and what to may have subscripts that call routines.
        String assignment = VARIABLE + query.replaceFirst(":=", "; SELECT ");
        return Stream.of(query, "SELECT " + query, assignment)
                .map(parser::parse)
                .filter(ParseTree.class::isInstance)
                .map(ParseTree.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(query))
                .references()
                .stream()
                .filter(r -> !query.contains(":=") || r.location() != VARIABLE.length() || !isColumn(r))
                .toList();
    }

    private static boolean isColumn(io.github.schemasplit.sqltext.oracle.Reference reference) {
        return reference.kind() == io.github.schemasplit.sqltext.oracle.ReferenceKind.COLUMN;
    }
}
