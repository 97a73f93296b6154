package io.github.schemasplit.jdbc;

import java.time.Duration;
import java.time.Instant;

/**
 * The server's clock, which need not be ours: what it showed once. Since when that was, ours knows.
 *
 * @param time what it showed
 * @param nanos what {@link System#nanoTime()} was then
 */
public record ServerClock(Instant time, long nanos) {
    /** What it shows now. */
    public Instant now() {
        return after(Duration.ZERO);
    }

    /** What it will show so much later than now. */
    Instant after(Duration delay) {
        return time.plusNanos(System.nanoTime() - nanos).plus(delay);
    }
}
