package io.github.schemasplit.jdbc;

import java.time.Duration;

/**
 * How long a change may be in the way of others.
 *
 * @param lock how long one operation may wait for a lock; others queue behind it meanwhile
 * @param shut how long it may take from the first lock on, and so how long any table may be shut
 */
public record Timeouts(Duration lock, Duration shut) {
    /**
     * Lock waits end before the server's default {@code deadlock_timeout} of a second, so that in a deadlock we give way and
     * no client does.
     */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofMillis(200), Duration.ofSeconds(2));

    private static final int NET = 11;

    public Timeouts {
        if (lock.toMillis() < 1 || shut.toMillis() < 1) {
            throw new IllegalArgumentException("a timeout is a millisecond or more");
        }
    }

    /**
     * With a lock timeout that ends before the server looks for deadlocks, so that we give way in one and no client does.
     *
     * @param deadlock the server's {@code deadlock_timeout}
     */
    public Timeouts below(Duration deadlock) {
        return lock.compareTo(deadlock) < 0
                ? this
                : new Timeouts(Duration.ofMillis(Math.max(1, deadlock.toMillis() * 9 / 10)), shut);
    }

    /**
     * How long the server may take for the whole change. It is but the net under the others: what comes before the first lock is
     * in nobody's way, and takes the longer the more objects there are.
     */
    public Duration whole() {
        return shut.multipliedBy(NET);
    }
}
