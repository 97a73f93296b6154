package io.github.schemasplit.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to do, in order.
 *
 * @param operations the operations; empty when the database is as the mapping says
 */
public record Plan(List<Operation> operations) {
    public Plan {
        operations = List.copyOf(operations);
    }

    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** The moves among the operations, in order. */
    public Stream<AlterSetSchema> moves() {
        return operations.stream().filter(AlterSetSchema.class::isInstance).map(AlterSetSchema.class::cast);
    }

    /** The plan that takes this one back: the inverse of each operation, last first. */
    public Plan inverse() {
        List<Operation> inverses =
                new ArrayList<>(operations.stream().map(Operation::inverse).toList());
        Collections.reverse(inverses);
        return new Plan(inverses);
    }
}
