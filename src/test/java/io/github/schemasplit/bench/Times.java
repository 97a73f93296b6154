package io.github.schemasplit.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Wall-clock times of two things measured in turn, so that both meet the same machine. */
final class Times {
    /** How often the rounds are repeated at most, where the machine was too busy to tell. */
    private static final int REPETITIONS = 3;

    private final List<Long> ours = new ArrayList<>();
    private final List<Long> theirs = new ArrayList<>();

    private Times() {}

    /** Something to measure. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * Runs both {@code warmUps} times without counting, then in turn, {@code rounds} times each. While the ratio is above the bound the
     * rounds are run again, a few times, and all of them count.
     */
    static Times inTurn(int warmUps, int rounds, double bound, Work ours, Work theirs) throws Exception {
        Times times = new Times();
        for (int i = 0; i < warmUps; i++) {
            ours.run();
            theirs.run();
        }
        for (int i = 0; i < REPETITIONS && (i == 0 || times.ratio() > bound); i++) {
            times.measure(rounds, ours, theirs);
        }
        return times;
    }

    /** The median of ours, in seconds. */
    double ours() {
        return median(ours);
    }

    /** The median of theirs, in seconds. */
    double theirs() {
        return median(theirs);
    }

    double ratio() {
        return ours() / theirs();
    }

    private void measure(int rounds, Work ours, Work theirs) throws Exception {
        for (int i = 0; i < rounds; i++) {
            this.ours.add(nanos(ours));
            this.theirs.add(nanos(theirs));
        }
    }

    private static long nanos(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e9;
    }
}
