package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import java.util.List;

/** Objects that move in one batch whatever its size. Two units of one cut are never equal. */
final class BatchUnit implements Comparable<BatchUnit> {
    private final int number;
    private final List<ObjectId> objects;
    private final long locks;

    /**
     * @param number its place in the order of the objects' names
     * @param objects what moves together
     * @param locks how many locks that takes
     */
    BatchUnit(int number, List<ObjectId> objects, long locks) {
        this.number = number;
        this.objects = List.copyOf(objects);
        this.locks = locks;
    }

    List<ObjectId> objects() {
        return objects;
    }

    long locks() {
        return locks;
    }

    @Override
    public int compareTo(BatchUnit other) {
        return Integer.compare(number, other.number);
    }
}
