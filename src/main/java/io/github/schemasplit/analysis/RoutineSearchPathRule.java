package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SearchPath;
import java.util.List;

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
        return assignment.snapshot().all(Routine.class).stream()
                .filter(r -> SearchPath.in(r.settings())
                        .filter(p -> p.contains(source))
                        .isPresent())
                .filter(r -> !assignment.snapshot().isExtensionMember(r.id()))
                .filter(r -> !mended || !isAllRead(r))
                .map(r -> Finding.of(
                        FindingCode.ROUTINE_SEARCH_PATH,
                        Severity.INFO,
                        r.describe(),
                        "it sets a search_path that holds schema " + source
                                + ", so it will not find by their bare names the objects that leave that schema",
                        "add the target schemas that it needs: ALTER ROUTINE " + r.name() + "(" + r.identityArguments()
                                + ") SET search_path = …"))
                .toList();
    }

    private boolean isAllRead(Routine routine) {
        return texts.read(routine)
                .filter(reading -> reading.unclear().isEmpty())
                .isPresent();
    }
}
