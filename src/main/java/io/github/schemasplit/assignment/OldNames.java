package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.TargetSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which relations that move keep their old name as a view, and with whose rights that view reads; and which should and can not. */
public final class OldNames {
    private final Snapshot snapshot;
    private final Mapping mapping;
    private final WantedPolicies policies;
    private final List<OldName> kept = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();

    OldNames(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        this.mapping = assignment.mapping();
        this.policies = WantedPolicies.of(assignment);
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation relation && isWanted(move, relation)) {
                add(move, relation);
            }
        }
    }

    /**
     * A move that leaves a view under the old name.
     *
     * @param move the move
     * @param relation what moves
     * @param invoker whether the view reads with the rights of its reader; else with those of its owner
     */
    public record OldName(Placement move, Relation relation, boolean invoker) {}

    /**
     * A move that should leave a view and can not.
     *
     * @param move the move
     * @param obstacle why not
     */
    public record Lost(Placement move, OldNameObstacle obstacle) {}

    /** Those of an assignment. */
    public static OldNames of(Assignment assignment) {
        return assignment.oldNames();
    }

    /** What keeps its old name, in the order of names. */
    public List<OldName> kept() {
        return List.copyOf(kept);
    }

    /** What should keep it and can not, in the order of names. */
    public List<Lost> lost() {
        return List.copyOf(lost);
    }

    /** Partitions and inheritance children are rarely asked for by name: an entry must name them. */
    private boolean isWanted(Placement move, Relation relation) {
        Optional<TargetSchema> target = mapping.target(move.target());
        boolean named = target.isPresent()
                && target.get().compatibility().names(relation.name().name());
        return (relation.kind().isTable() || relation.kind().isView())
                && mapping.compatibility(move.target(), relation.name().name()) == Compatibility.VIEWS
                && (named || !(move.cause() instanceof Cause.ChildOf));
    }

    private void add(Placement move, Relation relation) {
        ExactView view = new ExactView(relation, snapshot, policies.isSecured(relation));
        Optional<OldNameObstacle> obstacle = view.obstacle();
        if (obstacle.isPresent()) {
            lost.add(new Lost(move, obstacle.get()));
        } else {
            kept.add(new OldName(move, relation, view.isForInvoker()));
        }
    }
}
