package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.LockCapacity;

/** Refuses, before anything is tried, a transaction for which the server has not enough locks. */
final class LockLimit {
    private LockLimit() {}

    /**
     * @param locks how many locks the transaction needs
     * @param what which transaction it is, such as {@code The migration in one transaction}
     * @throws GoalStoppedException when they are more than are free
     */
    static void require(LockCapacity capacity, long locks, String what, String otherwise) {
        if (locks <= capacity.free()) {
            return;
        }
        long transactions = Math.max(capacity.room() / capacity.perTransaction(), 1);
        long needed = (locks + capacity.held()) / transactions + 1;
        throw new GoalStoppedException(what + " needs " + locks + " locks, and the server has room for "
                + capacity.room() + ", of which " + capacity.held()
                + " are held: others would fail with \"out of shared"
                + " memory\". Nothing was changed. " + otherwise
                + "set max_locks_per_transaction of the server, which is "
                + capacity.perTransaction() + ", to " + needed + " or more and restart it.");
    }
}
