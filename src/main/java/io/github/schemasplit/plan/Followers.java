package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a plan's moves put objects: those that it names, and what follows them by itself. */
public final class Followers {
    private final Snapshot before;
    private final SequenceOwners sequences;
    private final Map<ObjectId, List<CatalogObject>> parts;
    private final Map<ObjectId, Identifier> targets = new HashMap<>();

    private Followers(Snapshot before) {
        this.before = before;
        this.sequences = before.sequenceOwners();
        this.parts = before.objects()
                .filter(o -> o.partOf().isPresent() && o.inSchema().isPresent())
                .collect(Collectors.groupingBy(o -> o.partOf().orElseThrow()));
    }

    /** The schema in which each object must be that moves; other objects are not in the map. */
    public static Map<ObjectId, Identifier> targets(Snapshot before, Plan plan) {
        Followers followers = new Followers(before);
        plan.operations().stream()
                .filter(AlterSetSchema.class::isInstance)
                .map(AlterSetSchema.class::cast)
                .forEach(move -> followers.follow(move.object(), move.target()));
        return followers.targets;
    }

    private void follow(ObjectId object, Identifier target) {
        if (target.equals(targets.put(object, target))) {
            return;
        }
        List<ObjectId> next = new ArrayList<>();
        parts.getOrDefault(object, List.of()).forEach(p -> next.add(p.id()));
        sequences.ownedBy(object).forEach(s -> next.add(s.id()));
        // A composite type is a relation too.
        before.find(object)
                .filter(o -> o instanceof Type type && type.relation() != 0)
                .ifPresent(o -> next.add(ObjectId.relation(((Type) o).relation())));
        next.forEach(o -> follow(o, target));
    }
}
