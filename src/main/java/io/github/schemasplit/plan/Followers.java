package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a plan's moves put objects: those that it names, and what follows them by itself. */
public final class Followers {
    private final Snapshot before;
    private final SequenceOwners sequences;
    private final Map<ObjectId, List<ObjectId>> parts = new HashMap<>();
    private final Map<ObjectId, Identifier> targets = new HashMap<>();

    private Followers(Snapshot before) {
        this.before = before;
        this.sequences = before.sequenceOwners();
        for (CatalogObject object : before.objects().toList()) {
            Optional<ObjectId> whole = object.partOf();
            if (whole.isPresent() && object.inSchema().isPresent()) {
                addPart(whole.get(), object.id());
            }
        }
    }

    private void addPart(ObjectId whole, ObjectId part) {
        List<ObjectId> known = parts.get(whole);
        if (known == null) {
            known = new ArrayList<>();
            parts.put(whole, known);
        }
        known.add(part);
    }

    /** The schema in which each object must be that moves; other objects are not in the map. */
    public static Map<ObjectId, Identifier> targets(Snapshot before, Plan plan) {
        Followers followers = new Followers(before);
        for (Operation operation : plan.operations()) {
            if (operation instanceof AlterSetSchema move) {
                followers.follow(move.object(), move.target());
            } else if (operation instanceof RoutineOperation own) {
                followers.stay(own.routine());
            }
        }
        return followers.targets;
    }

    /** A routine is where it was, unless it moves besides. */
    private void stay(ObjectId routine) {
        if (!targets.containsKey(routine)) {
            before.find(routine).flatMap(CatalogObject::inSchema).ifPresent(schema -> targets.put(routine, schema));
        }
    }

    private void follow(ObjectId object, Identifier target) {
        if (target.equals(targets.put(object, target))) {
            return;
        }
        for (ObjectId part : parts.getOrDefault(object, List.of())) {
            follow(part, target);
        }
        for (Relation sequence : sequences.ownedBy(object)) {
            follow(sequence.id(), target);
        }
        // A composite type is a relation too.
        Optional<CatalogObject> found = before.find(object);
        if (found.isPresent() && found.get() instanceof Type type && type.relation() != 0) {
            follow(ObjectId.relation(type.relation()), target);
        }
    }
}
