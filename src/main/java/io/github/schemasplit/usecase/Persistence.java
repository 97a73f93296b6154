package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.Timeouts;
import java.time.Duration;

/**
 * How a change makes its way between others.
 *
 * @param timeouts of one attempt
 * @param attempts how often it is tried while others are in the way
 * @param deadline after how long it is tried no more
 * @param blockers what to do about transactions that are in the way before the first attempt
 * @param hours when an attempt may begin
 */
public record Persistence(
        Timeouts timeouts, int attempts, Duration deadline, BlockerPolicy blockers, OpeningHours hours) {
    public static final Persistence DEFAULT =
            new Persistence(Timeouts.DEFAULT, 60, Duration.ofMinutes(10), BlockerPolicy.WAIT);

    public Persistence {
        if (attempts < 1 || deadline.isNegative()) {
            throw new IllegalArgumentException("at least one attempt, and a deadline that is not before the start");
        }
    }

    /** At any time. */
    public Persistence(Timeouts timeouts, int attempts, Duration deadline, BlockerPolicy blockers) {
        this(timeouts, attempts, deadline, blockers, OpeningHours.ALWAYS);
    }

    /** The same, at certain times only. */
    public Persistence within(OpeningHours hours) {
        return new Persistence(timeouts, attempts, deadline, blockers, hours);
    }
}
