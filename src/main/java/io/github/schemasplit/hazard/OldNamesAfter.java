package io.github.schemasplit.hazard;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Cause;
import io.github.schemasplit.assignment.ExactView;
import io.github.schemasplit.assignment.OldNameObstacle;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Compatibility;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the old names of what moves.
 *
 * @param lost whose names stand for nothing after the move; by a search_path those do not that are written with their schema. What only
 *     goes along with something, and is seldom asked for by name, is not among them
 * @param inexact of the lost ones those for which no view would be exact, since some may read some of its columns alone and row security
 *     is on it
 */
record OldNamesAfter(List<String> lost, List<String> inexact) {
    OldNamesAfter {
        lost = List.copyOf(lost);
        inexact = List.copyOf(inexact);
    }

    /** Looks at all that moves. */
    static OldNamesAfter of(Assignment assignment) {
        Set<ObjectId> kept = new HashSet<>();
        for (OldNames.OldName name : OldNames.of(assignment).kept()) {
            kept.add(name.relation().id());
        }
        List<String> lost = new ArrayList<>();
        List<String> inexact = new ArrayList<>();
        WantedPolicies policies = WantedPolicies.of(assignment);
        for (Placement move : assignment.moves()) {
            String name = move.object().describe();
            if (!kept.contains(move.object().id()) && !goesAlong(move.cause())) {
                lost.add(name);
                if (assignment.mapping().mayHave(Compatibility.VIEWS)
                        && move.object() instanceof Relation relation
                        && hasNoExactView(relation, assignment, policies)) {
                    inexact.add(name);
                }
            }
        }
        return new OldNamesAfter(lost, inexact);
    }

    private static boolean goesAlong(Cause cause) {
        return cause instanceof Cause.ChildOf || cause instanceof Cause.StatisticsOf || cause instanceof Cause.MadeWith;
    }

    private static boolean hasNoExactView(Relation relation, Assignment assignment, WantedPolicies policies) {
        return new ExactView(relation, assignment.snapshot(), policies.isSecured(relation))
                .obstacle()
                .equals(Optional.of(OldNameObstacle.READERS_OF_COLUMNS_AND_ROW_SECURITY));
    }
}
