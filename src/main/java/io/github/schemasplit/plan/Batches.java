package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.graph.Digraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts what is to be moved into batches, each of which is planned and carried out by itself and leaves a database that is half
 * moved and works.
 *
 * <p>Tables that foreign keys join go together as far as they fit. What is larger than a batch is cut along the foreign keys: a
 * table comes soon after those that it references.
 */
public final class Batches {
    private final long budget;
    private final List<Batch> batches = new ArrayList<>();

    private Batches(long budget) {
        this.budget = budget;
    }

    /**
     * The batches, each as an assignment in which the objects of the batch move and no others. There is always one; together they
     * move what the whole assignment moves.
     *
     * @param budget the most locks of a batch; only objects that can not be parted may need more
     */
    public static List<Assignment> cut(Assignment assignment, long budget) {
        if (LockCount.of(assignment) <= budget) {
            return List.of(assignment);
        }
        Batches cut = new Batches(budget);
        Digraph<BatchUnit> graph = BatchUnits.graph(assignment);
        List<BatchUnit> order = graph.inOrderOfNeed();
        for (List<BatchUnit> component : graph.components()) {
            long locks = component.stream().mapToLong(BatchUnit::locks).sum();
            if (locks <= budget) {
                cut.withRoomFor(locks).addAll(component);
            } else {
                Set<BatchUnit> members = new HashSet<>(component);
                cut.pour(order.stream().filter(members::contains).toList());
            }
        }
        return cut.batches.stream().map(b -> assignment.moving(b.objects)).toList();
    }

    private Batch withRoomFor(long locks) {
        return batches.stream()
                .filter(b -> b.locks + locks <= budget)
                .findFirst()
                .orElseGet(this::open);
    }

    private void pour(List<BatchUnit> units) {
        Batch last = open();
        for (BatchUnit unit : units) {
            if (last.locks > 0 && last.locks + unit.locks() > budget) {
                last = open();
            }
            last.addAll(List.of(unit));
        }
    }

    private Batch open() {
        Batch batch = new Batch();
        batches.add(batch);
        return batch;
    }

    private static final class Batch {
        private final Set<ObjectId> objects = new HashSet<>();
        private long locks;

        void addAll(List<BatchUnit> units) {
            for (BatchUnit unit : units) {
                objects.addAll(unit.objects());
                locks += unit.locks();
            }
        }
    }
}
