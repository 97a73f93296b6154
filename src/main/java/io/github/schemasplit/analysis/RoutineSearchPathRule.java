package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineReading;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Routines that look for their tables in the source schema by a search_path of their own, and do so after the move: those whose text
 * or path is not mended, or that have names that only a person can tell.
 */
final class RoutineSearchPathRule implements AnalysisRule {
    private final RoutineTexts texts;

    RoutineSearchPathRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        Identifier source = assignment.mapping().source().value();
        if (assignment.moves().isEmpty()) {
            return List.of();
        }
        RoutineBodies bodies = assignment.mapping().routineBodies().value();
        boolean mended = bodies == RoutineBodies.REWRITE || bodies == RoutineBodies.SEARCH_PATH;
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            Optional<SearchPath> path = SearchPath.in(routine.settings());
            if (path.isPresent()
                    && path.get().contains(source)
                    && !assignment.snapshot().isExtensionMember(routine.id())
                    && !(mended && isAllRead(routine))) {
                findings.add(Finding.of(
                        FindingCode.ROUTINE_SEARCH_PATH,
                        Severity.INFO,
                        routine.describe(),
                        "it sets a search_path that holds schema " + source
                                + ", so it will not find by their bare names the objects that leave that schema",
                        "add the target schemas that it needs: ALTER ROUTINE " + routine.name() + "("
                                + routine.identityArguments() + ") SET search_path = …"));
            }
        }
        return findings;
    }

    private boolean isAllRead(Routine routine) {
        Optional<RoutineReading> reading = texts.read(routine);
        return reading.isPresent() && reading.get().unclear().isEmpty();
    }
}
