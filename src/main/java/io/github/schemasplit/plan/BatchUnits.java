package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Cause;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.graph.Digraph;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What moves, in units that stay together: a table with its partitions and inheritance children, its statistics objects, and the
 * sequences and views that go where it goes. What follows several tables from the source schema may come with any of them, so it
 * is with the oldest; from another schema it follows only as long as all of them are there.
 */
final class BatchUnits {
    private final Snapshot snapshot;
    private final Identifier source;
    private final Map<ObjectId, Placement> moving = new LinkedHashMap<>();
    private final Map<ObjectId, List<ObjectId>> leaders = new HashMap<>();
    private final List<BatchUnit> units = new ArrayList<>();
    private final Map<ObjectId, BatchUnit> unitOf = new HashMap<>();

    private BatchUnits(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        this.source = assignment.mapping().source().value();
        assignment.moves().forEach(p -> moving.put(p.object().id(), p));
        moving.values().forEach(this::lead);
        snapshot.dependencies().forEach(this::lead);
        SequenceOwners sequences = snapshot.sequenceOwners();
        Set<ObjectId> named = new HashSet<>();
        OldNames.of(assignment).kept().forEach(name -> named.add(name.relation().id()));
        for (List<ObjectId> together : new Digraph<>(moving.keySet(), this::ties).components()) {
            BatchUnit unit = new BatchUnit(
                    units.size(),
                    together,
                    together.stream()
                            .mapToLong(o -> LockCount.of(o, sequences) + (named.contains(o) ? 1 : 0))
                            .sum());
            units.add(unit);
            together.forEach(o -> unitOf.put(o, unit));
        }
    }

    /** The units in the order of their names, with an edge from each to those that its foreign keys reference. */
    static Digraph<BatchUnit> graph(Assignment assignment) {
        return new BatchUnits(assignment).graph();
    }

    private Digraph<BatchUnit> graph() {
        Map<BatchUnit, Set<BatchUnit>> references = new HashMap<>();
        for (Constraint constraint : snapshot.all(Constraint.class)) {
            if (constraint.isForeignKey()) {
                unit(constraint.relation())
                        .ifPresent(unit -> unit(constraint.referencedRelation().orElse(0))
                                .ifPresent(other -> references
                                        .computeIfAbsent(unit, u -> new TreeSet<>())
                                        .add(other)));
            }
        }
        return new Digraph<>(units, unit -> references.getOrDefault(unit, Set.of()));
    }

    private Optional<BatchUnit> unit(long relation) {
        return Optional.ofNullable(unitOf.get(ObjectId.relation(relation)));
    }

    private void lead(Placement placement) {
        ObjectId follower = placement.object().id();
        if (placement.object() instanceof Relation relation) {
            relation.parents().forEach(parent -> lead(follower, ObjectId.relation(parent)));
        }
        if (placement.cause() instanceof Cause.ChildOf cause) {
            // A parent between them may be in place already.
            lead(follower, cause.root());
        } else if (placement.cause() instanceof Cause.StatisticsOf cause) {
            lead(follower, cause.table());
        } else if (placement.cause() instanceof Cause.MadeWith cause) {
            lead(follower, cause.range());
        }
    }

    /** A view depends on what it reads, and tables on the sequences of their defaults. */
    private void lead(Dependency dependency) {
        if (follows(dependency.dependent(), Cause.ReadsOnly.class)) {
            lead(dependency.dependent(), dependency.referenced());
        }
        if (follows(dependency.referenced(), Cause.SequenceOfDefault.class)) {
            lead(dependency.referenced(), dependency.dependent());
        }
    }

    private void lead(ObjectId follower, ObjectId leader) {
        if (moving.containsKey(leader)) {
            leaders.computeIfAbsent(follower, f -> new ArrayList<>()).add(leader);
        }
    }

    private boolean follows(ObjectId object, Class<? extends Cause> cause) {
        Placement placement = moving.get(object);
        return placement != null && cause.isInstance(placement.cause());
    }

    private List<ObjectId> ties(ObjectId object) {
        List<ObjectId> all = leaders.getOrDefault(object, List.of());
        boolean mayComeWithAny = isFromSource(object)
                && (follows(object, Cause.ReadsOnly.class) || follows(object, Cause.SequenceOfDefault.class));
        return mayComeWithAny ? all.stream().sorted().limit(1).toList() : all;
    }

    private boolean isFromSource(ObjectId object) {
        Placement placement = moving.get(object);
        return placement != null && placement.current().schema().equals(source);
    }
}
