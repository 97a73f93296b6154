package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.NameClash;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The moves of a way back: which can be carried out, which need nothing since it is so already, and why the others can not. */
final class MovesBack {
    private final Snapshot snapshot;
    private final List<AlterSetSchema> moves;
    private final Set<ObjectId> stuck = new HashSet<>();
    private final Set<AlterSetSchema> done = new HashSet<>();
    private final Set<Identifier> gone = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    /**
     * @param inverses in the order in which they will be carried out
     */
    MovesBack(List<Plan> inverses, Snapshot snapshot) {
        this.snapshot = snapshot;
        this.moves = inverses.stream().flatMap(Plan::moves).toList();
        Map<ObjectId, List<AlterSetSchema>> byObject = new LinkedHashMap<>();
        for (AlterSetSchema move : moves) {
            byObject.computeIfAbsent(move.object(), object -> new ArrayList<>()).add(move);
        }
        byObject.forEach(this::findPlace);
        findGone();
        findOwned();
        findClashes();
    }

    /** What stays where it is, though it was to go. */
    Set<ObjectId> stuck() {
        return stuck;
    }

    /** The moves that can be carried out, and have to be. */
    List<AlterSetSchema> possible() {
        return moves.stream().filter(this::isPossible).toList();
    }

    boolean isPossible(AlterSetSchema move) {
        return !stuck.contains(move.object()) && !done.contains(move);
    }

    /** Whether it was told already that a schema is gone. */
    boolean isGone(Identifier schema) {
        return gone.contains(schema);
    }

    /** What can not be done, and why, each as a clause. */
    Set<String> left() {
        return left;
    }

    /** What was moved twice has, until then, the name that the later move gave it. What others moved back by hand is done so far. */
    private void findPlace(ObjectId id, List<AlterSetSchema> way) {
        Optional<CatalogObject> found = snapshot.find(id);
        if (found.isEmpty()) {
            way.forEach(move -> leave(move, "was dropped"));
        } else if (found.get() instanceof SchemaObject object) {
            int first = 0;
            while (first < way.size() && !object.name().equals(way.get(first).name())) {
                first++;
            }
            if (first < way.size()
                    || object.name().equals(way.get(way.size() - 1).inverse().name())) {
                done.addAll(way.subList(0, first));
            } else {
                leave(way.get(0), "is " + object.name() + " now");
            }
        }
    }

    private void findGone() {
        for (AlterSetSchema move : possible()) {
            if (snapshot.schema(move.target()).isEmpty()) {
                stuck.add(move.object());
                gone.add(move.target());
            }
        }
        for (Identifier schema : gone) {
            left.add("schema " + schema
                    + " was dropped, so that nothing can go back there: make it again with CREATE SCHEMA " + schema
                    + ", and with AUTHORIZATION when its owner was another role");
        }
    }

    /** A sequence that a column owns goes with its table, and not without. */
    private void findOwned() {
        List<AlterSetSchema> possible = possible();
        for (AlterSetSchema move : possible) {
            Optional<Relation> table = snapshot.sequenceOwners().owner(move.object());
            if (table.isEmpty()) {
                continue;
            }
            if (possible.stream()
                    .anyMatch(other -> other.object().equals(table.get().id())
                            && other.target().equals(move.target()))) {
                done.add(move);
            } else {
                leave(move, "belongs to " + table.get().describe() + " now and goes only where that goes");
            }
        }
    }

    private void findClashes() {
        Map<SchemaObject, Identifier> targets = new LinkedHashMap<>();
        for (AlterSetSchema move : possible()) {
            if (snapshot.find(move.object()).orElse(null) instanceof SchemaObject object) {
                targets.put(object, move.target());
            }
        }
        for (NameClash clash : NameClash.of(snapshot, targets)) {
            stuck.add(clash.moving().id());
            left.add(clash.bearer().describe() + " stays: " + clash.describe());
        }
    }

    /** What stays though it was to go, and may be named in a text: rather too much is found here than too little. */
    Optional<CatalogObject> namedAndStaying(String text) {
        String lowered = text.toLowerCase(Locale.ROOT);
        for (ObjectId object : stuck) {
            if (snapshot.find(object).orElse(null) instanceof SchemaObject there
                    && (lowered.contains(there.name().name().value().toLowerCase(Locale.ROOT))
                            || lowered.contains(there.name().name().sql().toLowerCase(Locale.ROOT)))) {
                return Optional.of(there);
            }
        }
        return Optional.empty();
    }

    private void leave(AlterSetSchema move, String why) {
        stuck.add(move.object());
        left.add(move.subject() + " " + why);
    }
}
