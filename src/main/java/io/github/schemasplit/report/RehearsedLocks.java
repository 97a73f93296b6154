package io.github.schemasplit.report;

import java.time.Duration;
import java.util.List;

/**
 * What a migration shut on the copy.
 *
 * @param taken the locks that each statement took and no statement before it, in order
 * @param blocking for how long each relation was shut, in the order in which they were: what is to be expected in earnest
 * @param waits what had to be waited for, a sentence each
 */
public record RehearsedLocks(List<Taken> taken, List<Blocking> blocking, List<String> waits) {
    public RehearsedLocks {
        taken = List.copyOf(taken);
        blocking = List.copyOf(blocking);
        waits = List.copyOf(waits);
    }

    /**
     * @param statement the statement
     * @param relation the relation, by its name after the statement
     * @param mode the lock's mode as {@code pg_locks} has it
     */
    public record Taken(String statement, String relation, String mode) {}

    /**
     * @param relation the relation, by its name before
     * @param time from asking for its lock to the end of the transaction
     */
    public record Blocking(String relation, Duration time) {}

    /** The longest that anything was shut. */
    public Duration longest() {
        return blocking.stream().map(Blocking::time).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
