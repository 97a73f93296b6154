package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutinePaths;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Routines that can not be given a search_path by which they find what moves, where the mapping asks for that.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plpgsql-transactions.html">no SET clause beside transaction control</a>
 */
final class RoutinePathRule implements AnalysisRule {
    private final RoutineTexts texts;

    RoutinePathRule(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final String SEARCH_PATH = "search_path";

    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.mapping().routineBodies().value() != RoutineBodies.SEARCH_PATH
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        RoutinePaths paths = texts.paths();
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            Optional<SearchPath> extended = paths.extended(routine);
            String remedy = "write the new schemas in its text, or let it be done: "
                    + MappingOption.ROUTINE_BODIES.advice("rewrite");
            if (extended.isPresent() && !RoutineSettingRule.isKeptAsSet(routine)) {
                findings.add(finding(
                        routine,
                        "its search_path is kept as a text that no SET gives back",
                        RoutineSettingRule.remedy(routine)));
            } else if (extended.isPresent() && mayEndTransactions(routine)) {
                findings.add(finding(
                        routine,
                        "a procedure that has a setting of its own can not COMMIT or ROLLBACK, nor can what it calls",
                        remedy));
            } else if (extended.isPresent()
                    && routine.source().toLowerCase(Locale.ROOT).contains(SEARCH_PATH)) {
                findings.add(finding(routine, "its text speaks of search_path itself", remedy));
            } else {
                paths.opened(routine)
                        .or(() -> paths.doubt(routine))
                        .map(doubt -> finding(routine, doubt, remedy))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** One that has a setting can not already; one in SQL never can. */
    private static boolean mayEndTransactions(Routine routine) {
        return routine.kind() == 'p'
                && routine.settings().isEmpty()
                && !routine.language().value().equals("sql");
    }

    private static Finding finding(Routine routine, String why, String remedy) {
        return Finding.of(
                FindingCode.ROUTINE_PATH_NOT_EXTENDED,
                Severity.ERROR,
                routine.describe(),
                "its text has names without a schema that a search_path can not mend: " + why,
                remedy);
    }
}
