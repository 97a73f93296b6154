package io.github.schemasplit.testing;

import java.time.Duration;
import java.util.List;

/** How long each read of a table took, the shortest first. */
public record Waits(List<Duration> reads) {
    public Waits {
        if (reads.isEmpty()) {
            throw new IllegalArgumentException("no reads");
        }
        reads = reads.stream().sorted().toList();
    }

    /** The longest that a client waited. */
    public Duration maximum() {
        return reads.get(reads.size() - 1);
    }

    /** What so many percent of the reads did not exceed, for example 99.9. */
    public Duration percentile(double percent) {
        int rank = (int) Math.ceil(percent * reads.size() / 100);
        return reads.get(Math.max(rank, 1) - 1);
    }

    @Override
    public String toString() {
        return reads.size() + " reads, median " + percentile(50).toMillis() + " ms, 99 % within "
                + percentile(99).toMillis() + " ms, longest " + maximum().toMillis() + " ms";
    }
}
