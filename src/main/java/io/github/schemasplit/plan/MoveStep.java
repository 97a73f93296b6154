package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The moves themselves, by kind and then by name. Routines go first, as {@link Movable} says; for the rest any order works, since
 * what refers to a moved object does so by OID, and a partition may be in another schema than its root. A view that stands for what
 * moved is made right after the move.
 */
final class MoveStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        List<AlterSetSchema> moves = new ArrayList<>();
        for (Placement placement : assignment.moves()) {
            moves.add(move(placement, assignment.snapshot()));
        }
        moves.sort(new ByKind());
        ViewsOfOldNames views = ViewsOfOldNames.of(assignment);
        List<Operation> operations = new ArrayList<>();
        for (AlterSetSchema move : moves) {
            operations.add(move);
            Optional<CreateView> view = views.of(move.object());
            if (view.isPresent()) {
                operations.add(view.get());
            }
        }
        return List.copyOf(operations);
    }

    private static AlterSetSchema move(Placement placement, Snapshot snapshot) {
        return AlterSetSchema.of(
                placement.object(), placement.target(), placement.cause().describe(snapshot));
    }

    private static final class ByKind implements Comparator<AlterSetSchema> {
        @Override
        public int compare(AlterSetSchema one, AlterSetSchema other) {
            int byKind = one.kind().compareTo(other.kind());
            if (byKind != 0) {
                return byKind;
            }
            int byName = one.name().compareTo(other.name());
            return byName != 0 ? byName : one.arguments().compareTo(other.arguments());
        }
    }
}
