package io.github.schemasplit.testing;

import java.util.Random;

/** How many faults the tests make: a few in the gate, as many as {@code -Dfaults=N} says when asked. */
public final class Faults {
    private static final String ASKED = "faults";
    private static final String SEED = "faults.seed";
    private static final int FEW = 3;

    private Faults() {}

    /** At how many random moments something is killed. */
    public static int count() {
        return Integer.getInteger(ASKED, FEW);
    }

    /** Whether a connection is to be cut at every message, and not only where the kind of message changes. */
    public static boolean asked() {
        return System.getProperty(ASKED) != null;
    }

    /** Chance whose seed is printed; {@code -Dfaults.seed} repeats it. */
    public static Random random(String test) {
        long seed = Long.getLong(SEED, System.nanoTime());
        System.out.println(test + ": -Dfaults=" + count() + " -D" + SEED + "=" + seed);
        return new Random(seed);
    }
}
