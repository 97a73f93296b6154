package io.github.schemasplit.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Wall-clock times of two things measured in turn, so that both meet the same machine. */
final class Times {
    private final List<Long> ours = new ArrayList<>();
    private final List<Long> theirs = new ArrayList<>();

    private Times() {}

    /** Something to measure. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Runs both {@code warmUps} times without counting, then in turn, {@code rounds} times each. */
    static Times inTurn(int warmUps, int rounds, Work ours, Work theirs) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            ours.run();
            theirs.run();
        }
        Times times = new Times();
        for (int i = 0; i < rounds; i++) {
            times.ours.add(nanos(ours));
            times.theirs.add(nanos(theirs));
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
