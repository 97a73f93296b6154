package io.github.schemasplit.watch;

import java.util.OptionalDouble;

/**
 * How often a statement was run in a time, and how long that took.
 *
 * @param count how often
 * @param milliseconds how long all of these took together, in ms
 */
public record Calls(long count, double milliseconds) {
    static final Calls NONE = new Calls(0, 0);

    private static final double ROUNDING = 1e-6;

    /** How long one took, in ms; empty where there is none. */
    public OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(milliseconds / count);
    }

    Calls plus(Calls other) {
        return new Calls(count + other.count, milliseconds + other.milliseconds);
    }

    /**
     * What came since; all of it where less is counted now than was then, since the server forgot the statement and counts it anew. Sums of
     * times are not exact.
     */
    Calls since(Calls earlier) {
        if (count < earlier.count || milliseconds < earlier.milliseconds * (1 - ROUNDING) - ROUNDING) {
            return this;
        }
        return count == earlier.count
                ? NONE
                : new Calls(count - earlier.count, Math.max(0, milliseconds - earlier.milliseconds));
    }
}
