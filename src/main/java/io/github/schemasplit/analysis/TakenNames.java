package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
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
        for (Relation relation : snapshot.relations()) {
            if (schemas.contains(relation.name().schema())) {
                names.put(
                        Name.relation(relation.name().schema(), relation.name().name()), relation);
            }
        }
        for (Index index : snapshot.all(Index.class)) {
            if (schemas.contains(index.name().schema())) {
                names.put(Name.relation(index.name().schema(), index.name().name()), index);
            }
        }
        for (Type type : snapshot.all(Type.class)) {
            if (schemas.contains(type.name().schema())) {
                names.put(Name.type(type.name().schema(), type.name().name()), type);
            }
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            if (schemas.contains(routine.name().schema())) {
                names.put(Name.routine(routine.name().schema(), routine), routine);
            }
        }
        for (StatisticsObject statistics : snapshot.all(StatisticsObject.class)) {
            if (schemas.contains(statistics.name().schema())) {
                names.put(
                        Name.statistics(
                                statistics.name().schema(), statistics.name().name()),
                        statistics);
            }
        }
        return names;
    }

    /** The names that a placement takes, the object's own first. */
    Map<Name, CatalogObject> of(Placement placement) {
        Map<Name, CatalogObject> names = new LinkedHashMap<>();
        Identifier target = placement.target();
        CatalogObject object = placement.object();
        if (object instanceof Relation relation) {
            addRelation(names, target, relation);
        } else if (object instanceof StatisticsObject statistics) {
            names.put(Name.statistics(target, statistics.name().name()), statistics);
        } else if (object instanceof Routine routine) {
            names.put(Name.routine(target, routine), routine);
        } else if (object instanceof Type type) {
            addType(names, target, type);
            Optional<Relation> relation = snapshot.relation(type.relation());
            if (relation.isPresent()) {
                names.put(Name.relation(target, relation.get().name().name()), relation.get());
            }
        }
        return names;
    }

    private void addRelation(Map<Name, CatalogObject> names, Identifier target, Relation relation) {
        names.put(Name.relation(target, relation.name().name()), relation);
        Type rowType = rowTypes.get(relation.oid());
        if (rowType != null) {
            addType(names, target, rowType);
        }
        for (Index index : indexes.getOrDefault(relation.oid(), List.of())) {
            names.put(Name.relation(target, index.name().name()), index);
        }
        for (Relation sequence : sequences.ownedBy(relation.id())) {
            addRelation(names, target, sequence);
        }
    }

    private void addType(Map<Name, CatalogObject> names, Identifier target, Type type) {
        names.put(Name.type(target, type.name().name()), type);
        Type arrayType = arrayTypes.get(type.oid());
        if (arrayType != null) {
            names.put(Name.type(target, arrayType.name().name()), arrayType);
        }
    }
}
