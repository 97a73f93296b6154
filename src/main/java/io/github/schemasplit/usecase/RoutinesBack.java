package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.ReplaceRoutine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routines of a way back that are to have their former bodies: which can, which have them already, and why the others can not. A
 * routine that several batches gave another body has gone through as many.
 */
final class RoutinesBack {
    private final Snapshot snapshot;
    private final MovesBack moves;
    private final Set<ObjectId> stuck = new HashSet<>();
    private final Set<ReplaceRoutine> done = new HashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     * @param moves the moves in them
     */
    RoutinesBack(List<Plan> inverses, Snapshot snapshot, MovesBack moves) {
        this.snapshot = snapshot;
        this.moves = moves;
        Map<ObjectId, List<ReplaceRoutine>> byRoutine = new LinkedHashMap<>();
        inverses.stream()
                .flatMap(Plan::replacements)
                .forEach(replacement -> byRoutine
                        .computeIfAbsent(replacement.routine(), routine -> new ArrayList<>())
                        .add(replacement));
        byRoutine.forEach(this::findBody);
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    /** The replacement as it must be now; empty when it is not to be made. What else others changed about the routine is kept. */
    Optional<ReplaceRoutine> possible(ReplaceRoutine replacement) {
        return stuck.contains(replacement.routine()) || done.contains(replacement)
                ? Optional.empty()
                : snapshot.find(replacement.routine()).map(found -> replacement.of((Routine) found, snapshot));
    }

    private void findBody(ObjectId id, List<ReplaceRoutine> way) {
        Optional<CatalogObject> found = snapshot.find(id);
        if (found.isEmpty()) {
            stuck.add(id);
            if (!moves.stuck().contains(id)) {
                left.add(way.get(0).subject() + " was dropped");
            }
            return;
        }
        Routine routine = (Routine) found.get();
        int first = 0;
        while (first < way.size() && !way.get(first).from().equals(routine.source())) {
            first++;
        }
        if (first == way.size() && !way.get(first - 1).to().equals(routine.source())
                || routine.definition().isEmpty()) {
            stuck.add(id);
            left.add(routine.describe() + " has another body now, which stays");
            return;
        }
        done.addAll(way.subList(0, first));
        Optional<CatalogObject> named = first == way.size() ? Optional.empty() : namedAndStaying(routine);
        if (named.isPresent()) {
            stuck.add(id);
            left.add(routine.describe() + " keeps its body, which may name "
                    + named.get().describe());
        }
    }

    /** Rather too much is found here than too little. */
    private Optional<CatalogObject> namedAndStaying(Routine routine) {
        String text = routine.source().toLowerCase(Locale.ROOT);
        for (ObjectId object : moves.stuck()) {
            if (snapshot.find(object).orElse(null) instanceof SchemaObject there
                    && (text.contains(there.name().name().value().toLowerCase(Locale.ROOT))
                            || text.contains(there.name().name().sql().toLowerCase(Locale.ROOT)))) {
                return Optional.of(there);
            }
        }
        return Optional.empty();
    }
}
