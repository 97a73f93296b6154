package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ReplaceObstacle;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import io.github.schemasplit.plan.RoutineOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routines of a way back that are to have their former bodies or paths: which can, which have them already, and why the others can
 * not. A routine that several batches changed has gone through as many.
 */
final class RoutinesBack {
    /** What several operations change in turn. */
    private record Strand(ObjectId routine, String aspect) {
        static Strand of(RoutineOperation operation) {
            return new Strand(operation.routine(), operation.aspect());
        }
    }

    private final Snapshot snapshot;
    private final MovesBack moves;
    private final Set<Strand> stuck = new HashSet<>();
    private final Set<RoutineOperation> done = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     * @param moves the moves in them
     */
    RoutinesBack(List<Plan> inverses, Snapshot snapshot, MovesBack moves) {
        this.snapshot = snapshot;
        this.moves = moves;
        Map<Strand, List<RoutineOperation>> ways = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::routines)
                .forEach(operation -> ways.computeIfAbsent(Strand.of(operation), s -> new ArrayList<>())
                        .add(operation));
        ways.forEach(this::find);
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    /** The operation as it must be now; empty when it is not to be made. What else others changed about the routine is kept. */
    Optional<RoutineOperation> possible(RoutineOperation operation) {
        return stuck.contains(Strand.of(operation)) || done.contains(operation)
                ? Optional.empty()
                : snapshot.find(operation.routine()).map(found -> operation.of((Routine) found, snapshot));
    }

    private void find(Strand strand, List<RoutineOperation> way) {
        Optional<CatalogObject> found = snapshot.find(strand.routine());
        if (found.isEmpty()) {
            stuck.add(strand);
            if (!moves.stuck().contains(strand.routine())) {
                left.add(way.get(0).subject() + " was dropped");
            }
            return;
        }
        Routine routine = (Routine) found.get();
        int first = 0;
        while (first < way.size() && !way.get(first).isBefore(routine)) {
            first++;
        }
        if (first == way.size() && !way.get(first - 1).isAfter(routine)) {
            stuck.add(strand);
            left.add(routine.describe() + " has another " + strand.aspect() + " now, which stays");
            return;
        }
        done.addAll(way.subList(0, first));
        if (first < way.size()
                && way.get(first) instanceof ReplaceRoutine
                && routine.obstacle() == ReplaceObstacle.CONSTANT) {
            stuck.add(strand);
            left.add(routine.describe()
                    + " keeps its body, since the default of an argument holds a constant with a type in it of"
                    + " somebody who lacks our rights, and would be read anew with these");
            return;
        }
        Optional<CatalogObject> named =
                first == way.size() ? Optional.empty() : moves.namedAndStaying(routine.source());
        if (named.isPresent()) {
            stuck.add(strand);
            left.add(routine.describe() + " keeps its " + strand.aspect() + ", "
                    + way.get(0).bond() + " " + named.get().describe());
        }
    }
}
