package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.LockCapacity;
import java.util.OptionalLong;

/**
 * How large the transactions of a migration may be.
 *
 * @param most the most locks of one; empty for as many as the server can give without others noticing
 */
public record Batching(OptionalLong most) {
    /** As large as the server can bear. */
    public static final Batching AUTO = new Batching(OptionalLong.empty());

    /** One transaction, however large. */
    public static final Batching OFF = new Batching(OptionalLong.of(Long.MAX_VALUE));

    public Batching {
        if (most.orElse(1) < 1) {
            throw new IllegalArgumentException("a transaction needs a lock");
        }
    }

    /** Transactions of at most so many locks. */
    public static Batching ofLocks(long most) {
        return new Batching(OptionalLong.of(most));
    }

    boolean isAuto() {
        return most.isEmpty();
    }

    long budget(LockCapacity capacity) {
        return most.orElse(capacity.share());
    }
}
