package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterPublication;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The inverse of a migration, on the database as it is by now.
 *
 * @param plan what is still to be taken back
 * @param dropped what had moved and is not there any more, so that it stays gone
 */
record WayBack(Plan plan, List<String> dropped) {
    /**
     * @throws GoalStoppedException when moved objects have other names now: under these they can not be moved back
     */
    static WayBack of(Plan inverse, Snapshot snapshot) {
        requireNames(List.of(inverse), snapshot);
        Set<QualifiedName> gone = new HashSet<>();
        List<String> dropped = new ArrayList<>();
        inverse.moves().filter(move -> move.nameIn(snapshot).isEmpty()).forEach(move -> {
            dropped.add(move.subject());
            gone.add(move.name());
            gone.add(move.inverse().name());
        });
        return new WayBack(
                new Plan(inverse.operations().stream()
                        .filter(o -> !isAbout(o, gone, snapshot))
                        .toList()),
                List.copyOf(dropped));
    }

    /**
     * Asks the same of several batches before the first is taken back.
     *
     * @param inverses in the order in which they will be carried out
     */
    static void requireNames(List<Plan> inverses, Snapshot snapshot) {
        Set<ObjectId> seen = new HashSet<>();
        List<String> renamed = new ArrayList<>();
        // What was moved twice has, until then, the name that the later move gave it.
        inverses.stream()
                .flatMap(Plan::moves)
                .filter(move -> seen.add(move.object()))
                .forEach(move -> move.nameIn(snapshot)
                        .filter(name -> !name.equals(move.name()))
                        .ifPresent(name -> renamed.add(move.subject() + " is " + name + " now")));
        if (!renamed.isEmpty()) {
            throw new GoalStoppedException("Since the migration, moved objects were renamed or moved elsewhere: "
                    + String.join("; ", renamed)
                    + ". Give them back the names that they had after the migration, then run schema:rollback again.");
        }
    }

    private static boolean isAbout(Operation operation, Set<QualifiedName> gone, Snapshot snapshot) {
        if (operation instanceof AlterSetSchema move) {
            return move.nameIn(snapshot).isEmpty();
        }
        return operation instanceof AlterPublication publication && gone.contains(publication.table());
    }
}
