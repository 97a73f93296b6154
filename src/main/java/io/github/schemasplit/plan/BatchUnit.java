package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.ObjectId;
import java.util.List;

/** Objects that move in one batch whatever its size. Two units are never equal. */
final class BatchUnit {
    private final List<ObjectId> objects;
    private final long locks;

    BatchUnit(List<ObjectId> objects, long locks) {
        this.objects = List.copyOf(objects);
        this.locks = locks;
    }

    List<ObjectId> objects() {
        return objects;
    }

    long locks() {
        return locks;
    }
}
