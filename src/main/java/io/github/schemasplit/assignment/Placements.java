package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The placements decided so far: at most one for an object. */
final class Placements {
    private final Map<ObjectId, Placement> byObject = new HashMap<>();
    private final SequenceOwners sequences;

    Placements(SequenceOwners sequences) {
        this.sequences = sequences;
    }

    void place(SchemaObject object, Identifier target, Cause cause) {
        byObject.putIfAbsent(object.id(), new Placement(object, target, cause));
    }

    void place(SchemaObject object, MappingEntry entry) {
        place(object, entry.target(), new Cause.Entry(entry.pattern()));
    }

    boolean has(ObjectId object) {
        return byObject.containsKey(object);
    }

    Optional<Identifier> target(ObjectId object) {
        Placement placement = byObject.get(object);
        return placement == null ? Optional.empty() : Optional.of(placement.target());
    }

    /** The schema that a relation will be in, as far as it is decided; an owned sequence goes with its table. */
    Identifier schemaAfter(Relation relation) {
        Relation leader = sequences.owner(relation.id()).orElse(relation);
        return target(leader.id()).orElse(relation.name().schema());
    }

    List<Placement> byName() {
        List<Placement> placements = new ArrayList<>(byObject.values());
        placements.sort(new ByName());
        return placements;
    }

    /** By name, then by identity. */
    private static final class ByName implements Comparator<Placement> {
        @Override
        public int compare(Placement one, Placement other) {
            int byName = one.current().compareTo(other.current());
            return byName != 0
                    ? byName
                    : one.object().id().compareTo(other.object().id());
        }
    }
}
