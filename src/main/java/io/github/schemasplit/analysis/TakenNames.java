package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which names a moving object takes in its target schema: its own, and those of what goes with it by itself. The array type
 * {@code _t} of a table {@code t} is among them: the server does not rename it when it moves.
 */
final class TakenNames {
    private static final List<Class<? extends SchemaObject>> KINDS =
            List.of(Relation.class, Type.class, Routine.class, StatisticsObject.class, NamedObject.class);

    private final Snapshot snapshot;
    private final SequenceOwners sequences;
    private final Map<Long, List<Index>> indexes = new HashMap<>();
    private final Map<Long, Type> rowTypes = new HashMap<>();
    private final Map<Long, Type> arrayTypes = new HashMap<>();

    TakenNames(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.sequences = snapshot.sequenceOwners();
        for (Index index : snapshot.all(Index.class)) {
            indexes.putIfAbsent(index.relation(), new ArrayList<>());
            indexes.get(index.relation()).add(index);
        }
        for (Type type : snapshot.all(Type.class)) {
            if (type.relation() != 0) {
                rowTypes.putIfAbsent(type.relation(), type);
            }
            if (type.arrayOf() != 0) {
                arrayTypes.putIfAbsent(type.arrayOf(), type);
            }
        }
    }

    /** Every name that is taken in the schemas, with what has it. */
    Map<Name, CatalogObject> existing(Set<Identifier> schemas) {
        Map<Name, CatalogObject> names = new HashMap<>();
        for (Class<? extends SchemaObject> kind : KINDS) {
            for (SchemaObject object : snapshot.all(kind)) {
                if (schemas.contains(object.name().schema())) {
                    names.put(Name.of(object, object.name().schema()), object);
                }
            }
        }
        for (Index index : snapshot.all(Index.class)) {
            if (schemas.contains(index.name().schema())) {
                names.put(Name.of(index, index.name().schema()), index);
            }
        }
        return names;
    }

    /** The names that an object takes in a schema, its own first. */
    Map<Name, CatalogObject> of(SchemaObject object, Identifier target) {
        Map<Name, CatalogObject> names = new LinkedHashMap<>();
        if (object instanceof Relation relation) {
            addRelation(names, target, relation);
        } else if (object instanceof Type type) {
            addType(names, target, type);
            Optional<Relation> relation = snapshot.relation(type.relation());
            if (relation.isPresent()) {
                names.put(Name.of(relation.get(), target), relation.get());
            }
        } else {
            names.put(Name.of(object, target), object);
        }
        return names;
    }

    private void addRelation(Map<Name, CatalogObject> names, Identifier target, Relation relation) {
        names.put(Name.of(relation, target), relation);
        Type rowType = rowTypes.get(relation.oid());
        if (rowType != null) {
            addType(names, target, rowType);
        }
        for (Index index : indexes.getOrDefault(relation.oid(), List.of())) {
            names.put(Name.of(index, target), index);
        }
        for (Relation sequence : sequences.ownedBy(relation.id())) {
            addRelation(names, target, sequence);
        }
    }

    private void addType(Map<Name, CatalogObject> names, Identifier target, Type type) {
        names.put(Name.of(type, target), type);
        Type arrayType = arrayTypes.get(type.oid());
        if (arrayType != null) {
            names.put(Name.of(arrayType, target), arrayType);
        }
    }
}
