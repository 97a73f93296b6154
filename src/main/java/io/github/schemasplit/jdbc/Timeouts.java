package io.github.schemasplit.jdbc;

import java.time.Duration;

/**
 * How long the statements of a plan may take.
 *
 * @param lock how long one may wait for a lock
 * @param statement how long one may run
 */
public record Timeouts(Duration lock, Duration statement) {
    /**
     * Lock waits end before the server's default {@code deadlock_timeout} of a second, so that in a deadlock we give way and
     * no client does.
     */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofMillis(800), Duration.ofMinutes(5));

    public Timeouts {
        if (lock.toMillis() < 1 || statement.toMillis() < 1) {
            throw new IllegalArgumentException("a timeout is a millisecond or more");
        }
    }
}
