package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the objects of a snapshot are while moves are carried out one after the other, and how routines and operators must be
 * written then: with the types of their arguments where these are at that moment.
 */
public final class Whereabouts {
    private record Key(Movable kind, QualifiedName name) {}

    private final Snapshot snapshot;
    private final Map<ObjectId, QualifiedName> names = new HashMap<>();
    private final Map<Key, List<SchemaObject>> byName = new HashMap<>();
    /** What the types that moved are called, by what the snapshot calls them. */
    private final Map<QualifiedName, QualifiedName> types = new HashMap<>();

    /** Everything is where the snapshot has it. */
    public Whereabouts(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (CatalogObject object : snapshot.objects().toList()) {
            if (object instanceof SchemaObject there && isMoved(there)) {
                with(there, there.name()).add(there);
            }
        }
    }

    /** Row types and array types go with what they belong to; those of CREATE TYPE AS are types of their own. */
    private boolean isMoved(SchemaObject object) {
        if (!(object instanceof Type type)) {
            return Movable.isMovable(object);
        }
        Optional<Relation> relation = snapshot.relation(type.relation());
        return type.arrayOf() == 0 && (relation.isEmpty() || relation.get().kind() == RelationKind.COMPOSITE_TYPE);
    }

    private List<SchemaObject> with(SchemaObject object, QualifiedName name) {
        return byName.computeIfAbsent(new Key(Movable.of(object), name), key -> new ArrayList<>());
    }

    /** Carries out a move; nothing when its object is not there. */
    public void move(AlterSetSchema move) {
        if (snapshot.find(move.object()).orElse(null) instanceof SchemaObject object && isMoved(object)) {
            with(object, name(object)).remove(object);
            names.put(object.id(), object.name().in(move.target()));
            with(object, name(object)).add(object);
            if (move.kind().hasType()) {
                types.put(object.name(), name(object));
            }
        }
    }

    /** What an object is called by now. */
    public QualifiedName name(SchemaObject object) {
        return names.getOrDefault(object.id(), object.name());
    }

    /** The same move, written as it must be now; as it is when its object is not there. */
    public AlterSetSchema addressed(AlterSetSchema move) {
        return snapshot.find(move.object()).orElse(null) instanceof SchemaObject object
                ? new AlterSetSchema(
                        move.kind(), move.object(), move.name(), arguments(object), move.target(), move.reason())
                : move;
    }

    /**
     * The one object that is called now as a move says. Types whose schemas are no longer those of the move do not count unless
     * only these tell several apart.
     */
    Optional<SchemaObject> named(AlterSetSchema move) {
        return named(move.kind(), move.name(), move.arguments());
    }

    /** The one routine that is called now as an operation on it says; otherwise as {@link #named(AlterSetSchema)}. */
    Optional<SchemaObject> named(RoutineOperation own) {
        return named(own.kind(), own.name(), own.arguments());
    }

    /** The table that is called so now. */
    Optional<SchemaObject> table(QualifiedName name) {
        return named(Movable.TABLE, name, "");
    }

    private Optional<SchemaObject> named(Movable kind, QualifiedName name, String arguments) {
        List<SchemaObject> candidates = byName.getOrDefault(new Key(kind, name), List.of());
        List<SchemaObject> exact = candidates.stream()
                .filter(object -> arguments(object).equals(arguments))
                .toList();
        List<SchemaObject> found = exact.isEmpty() && kind.isNamedWithTypes()
                ? candidates.stream()
                        .filter(object -> withoutSchemas(arguments(object)).equals(withoutSchemas(arguments)))
                        .toList()
                : exact;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The arguments of a routine or an operator, as they must be written now. */
    String arguments(SchemaObject object) {
        String arguments = object.arguments();
        return Movable.of(object).isNamedWithTypes()
                ? TypeNames.replace(
                        arguments, type -> types.getOrDefault(type, type).sql())
                : arguments;
    }

    private static String withoutSchemas(String arguments) {
        return TypeNames.replace(arguments, name -> name.name().sql());
    }
}
