package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.SearchPath;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routines that are to be replaced and whose search_path would then be written otherwise, as one is that {@code FROM CURRENT} took
 * from a configuration file: no statement gives that text back. So are a COST and ROWS of many digits.
 */
final class RoutineSettingRule implements AnalysisRule {
    private final RoutineTexts texts;

    RoutineSettingRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.mapping().routineBodies().value() != RoutineBodies.REWRITE
                || assignment.moves().isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            if (routine.obstacle() == ReplaceObstacle.DIGITS && texts.isMendable(routine)) {
                findings.add(Finding.of(
                        FindingCode.ROUTINE_SETTING_NOT_KEPT,
                        Severity.ERROR,
                        routine.describe(),
                        "its text names what will move, and its COST or ROWS has more than the six digits that the server prints",
                        "round it: "
                                + Statement.of(
                                        "ALTER FUNCTION %s(%s) COST … ROWS …",
                                        routine.name(), new Statement(routine.identityArguments()))));
            }
            if (!isKeptAsSet(routine) && texts.isMendable(routine)) {
                findings.add(Finding.of(
                        FindingCode.ROUTINE_SETTING_NOT_KEPT,
                        Severity.ERROR,
                        routine.describe(),
                        "its text names what will move, and its search_path is kept as a text that no SET gives back",
                        remedy(routine)));
            }
        }
        return findings;
    }

    /** Whether SET would write the routine's search_path, if it has one, as it is. */
    static boolean isKeptAsSet(Routine routine) {
        Optional<SearchPath> path = SearchPath.in(routine.settings());
        return path.isEmpty() || routine.settings().contains(path.get().setting());
    }

    /** How the path is written so that SET gives it back. */
    static String remedy(Routine routine) {
        return "set it anew: "
                + Statement.of(
                        "ALTER ROUTINE %s(%s) SET search_path TO %s",
                        routine.name(),
                        new Statement(routine.identityArguments()),
                        SearchPath.in(routine.settings()).orElseThrow());
    }
}
