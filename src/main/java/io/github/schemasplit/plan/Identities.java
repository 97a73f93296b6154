package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The identities of what a plan moves, in a database that was restored from a dump after the plan was made: there all objects have
 * other OIDs, and are known by their names alone.
 */
public final class Identities {
    private record Key(Movable kind, QualifiedName name) {}

    private final Map<Key, List<SchemaObject>> byName = new HashMap<>();
    private final Snapshot snapshot;

    private Identities(Snapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.objects()
                .filter(SchemaObject.class::isInstance)
                .map(SchemaObject.class::cast)
                .filter(Movable::isMovable)
                .forEach(object -> byName.computeIfAbsent(
                                new Key(Movable.of(object), object.name()), k -> new ArrayList<>())
                        .add(object));
    }

    /**
     * Whether nothing that the plans move is what it was by its OID, but something is by its name: then it is another database, and not
     * one in which somebody dropped or renamed this or that.
     *
     * @param plans each move in them names its object as it is called now
     */
    public static boolean areOthers(List<Plan> plans, Snapshot snapshot) {
        List<AlterSetSchema> moves = plans.stream().flatMap(Plan::moves).toList();
        if (moves.isEmpty() || moves.stream().anyMatch(move -> isSame(move, snapshot))) {
            return false;
        }
        Identities identities = new Identities(snapshot);
        return moves.stream().anyMatch(move -> identities.of(move).isPresent());
    }

    private static boolean isSame(AlterSetSchema move, Snapshot snapshot) {
        return snapshot.find(move.object())
                .filter(object -> object instanceof SchemaObject there
                        && there.name().equals(move.name())
                        && Movable.isMovable(there)
                        && Movable.of(there) == move.kind())
                .isPresent();
    }

    /** The same plan for the objects of these names; a move whose object is not there has an OID that nothing has. */
    public static Plan byName(Plan plan, Snapshot snapshot) {
        Identities identities = new Identities(snapshot);
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : plan.operations()) {
            operations.add(operation instanceof AlterSetSchema move ? identities.bound(move) : operation);
        }
        return new Plan(operations);
    }

    private AlterSetSchema bound(AlterSetSchema move) {
        ObjectId object =
                of(move).map(SchemaObject::id).orElse(new ObjectId(move.object().catalog(), 0));
        return new AlterSetSchema(move.kind(), object, move.name(), move.arguments(), move.target(), move.reason());
    }

    private Optional<SchemaObject> of(AlterSetSchema move) {
        List<SchemaObject> named = byName.getOrDefault(new Key(move.kind(), move.name()), List.of());
        return named.size() == 1
                ? Optional.of(named.get(0))
                : named.stream()
                        .filter(object -> types(Movable.arguments(object)).equals(types(move.arguments())))
                        .findFirst();
    }

    /** Types may have moved as well, so that their schemas are no longer those of the plan. */
    private static String types(String arguments) {
        return arguments.replaceAll("(?:\"(?:[^\"]|\"\")*\"|[^\\s\",.]+)\\.", "");
    }
}
