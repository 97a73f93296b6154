package io.github.schemasplit.bench;

import java.util.Locale;

/**
 * One line of the result: two figures of the same run, and how their ratio must be.
 *
 * @param what what was measured
 * @param ours our figure, with its unit
 * @param other what it is compared with, with its unit
 * @param ratio ours divided by the other
 * @param bound the ratio that must not be exceeded; {@link #NONE} for what is told only
 */
record Ratio(String what, String ours, String other, double ratio, double bound) {
    /** No bound. */
    static final double NONE = Double.POSITIVE_INFINITY;

    /** Two times measured in turn. */
    static Ratio of(String what, Times times, double bound) {
        return of(what, times.ours(), times.theirs(), bound);
    }

    /** Two times in seconds. */
    static Ratio of(String what, double ours, double theirs, double bound) {
        return new Ratio(what, seconds(ours), seconds(theirs), ours / theirs, bound);
    }

    /** How many times the time of one thing another takes, for us and for what we are compared with. */
    static Ratio ofGrowth(String what, double ours, double other, double bound) {
        return new Ratio(what, times(ours), times(other), ours / other, bound);
    }

    /** A figure against the most that it may be. */
    static Ratio ofLimit(String what, long ours, long limit, String unit) {
        return new Ratio(what, ours + " " + unit, limit + " " + unit, (double) ours / limit, 1);
    }

    boolean holds() {
        return ratio <= bound;
    }

    private static String times(double factor) {
        return String.format(Locale.ROOT, "%.2f times", factor);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.4f s" : "%.3f s", seconds);
    }
}
