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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which names a moving object takes in its target schema: its own, and those of what goes with it by itself. The array type
 * {@code _t} of a table {@code t} is among them: the server does not rename it when it moves.
 */
final class TakenNames {
    private final Snapshot snapshot;
    private final SequenceOwners sequences;
    private final Map<Long, List<Index>> indexes;
    private final Map<Long, Type> rowTypes;
    private final Map<Long, Type> arrayTypes;

    TakenNames(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.sequences = snapshot.sequenceOwners();
        this.indexes = snapshot.all(Index.class).stream().collect(Collectors.groupingBy(Index::relation));
        this.rowTypes = by(Type::relation);
        this.arrayTypes = by(Type::arrayOf);
    }

    /** Every name in every schema that the snapshot holds, with what has it. */
    Map<Name, CatalogObject> existing() {
        Map<Name, CatalogObject> names = new HashMap<>();
        snapshot.relations()
                .forEach(
                        r -> names.put(Name.relation(r.name().schema(), r.name().name()), r));
        snapshot.all(Index.class)
                .forEach(
                        i -> names.put(Name.relation(i.name().schema(), i.name().name()), i));
        snapshot.all(Type.class)
                .forEach(t -> names.put(Name.type(t.name().schema(), t.name().name()), t));
        snapshot.all(Routine.class).forEach(r -> names.put(Name.routine(r.name().schema(), r), r));
        snapshot.all(StatisticsObject.class)
                .forEach(s ->
                        names.put(Name.statistics(s.name().schema(), s.name().name()), s));
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
            addType(names, target, Optional.of(type));
            snapshot.relation(type.relation())
                    .ifPresent(r -> names.put(Name.relation(target, r.name().name()), r));
        }
        return names;
    }

    private void addRelation(Map<Name, CatalogObject> names, Identifier target, Relation relation) {
        names.put(Name.relation(target, relation.name().name()), relation);
        addType(names, target, Optional.ofNullable(rowTypes.get(relation.oid())));
        for (Index index : indexes.getOrDefault(relation.oid(), List.of())) {
            names.put(Name.relation(target, index.name().name()), index);
        }
        for (Relation sequence : sequences.ownedBy(relation.id())) {
            addRelation(names, target, sequence);
        }
    }

    private void addType(Map<Name, CatalogObject> names, Identifier target, Optional<Type> type) {
        type.ifPresent(t -> names.put(Name.type(target, t.name().name()), t));
        type.flatMap(t -> Optional.ofNullable(arrayTypes.get(t.oid())))
                .ifPresent(t -> names.put(Name.type(target, t.name().name()), t));
    }

    private Map<Long, Type> by(Function<Type, Long> key) {
        return snapshot.all(Type.class).stream()
                .filter(t -> key.apply(t) != 0)
                .collect(Collectors.toMap(key, Function.identity(), (a, b) -> a));
    }
}
