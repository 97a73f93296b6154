package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Snapshot;
import java.util.Comparator;
import java.util.List;

/**
 * The moves themselves, by kind and then by name. Routines go first, as {@link Movable} says; for the rest any order works, since
 * what refers to a moved object does so by OID, and a partition may be in another schema than its root.
 */
final class MoveStep implements PlanStep {
    private static final Comparator<AlterSetSchema> ORDER = Comparator.comparing(AlterSetSchema::kind)
            .thenComparing(AlterSetSchema::name)
            .thenComparing(AlterSetSchema::arguments);

    @Override
    public List<Operation> operations(Assignment assignment) {
        return assignment
                .moves()
                .map(p -> move(p, assignment.snapshot()))
                .sorted(ORDER)
                .map(Operation.class::cast)
                .toList();
    }

    private static AlterSetSchema move(Placement placement, Snapshot snapshot) {
        return AlterSetSchema.of(
                placement.object(),
                placement.current(),
                placement.target(),
                placement.cause().describe(snapshot));
    }
}
