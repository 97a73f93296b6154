package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.QualifiedName;
import java.time.Duration;
import java.util.List;

/**
 * What a migration did.
 *
 * @param database which database
 * @param summary what was moved, such as {@code 3 tables to 2 schemas}
 * @param moves what was done
 * @param batches how, in order; at least one
 */
public record MigrationReport(String database, String summary, Moves moves, List<Batch> batches) {
    public MigrationReport {
        batches = List.copyOf(batches);
        if (batches.isEmpty()) {
            throw new IllegalArgumentException("a migration that did nothing has no report");
        }
    }

    /** What was done, in order. */
    public Plan plan() {
        return moves.plan();
    }

    /**
     * One of its transactions.
     *
     * @param entry its entry in the journal
     * @param attempts how many attempts it took
     * @param shut for how long each relation was shut
     * @param doubts what was not as planned after COMMIT: others' work
     */
    public record Batch(String entry, int attempts, List<Shut> shut, List<Finding> doubts) {
        public Batch {
            shut = List.copyOf(shut);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * @param relation the relation, by its name before
     * @param time from asking for its lock to the end of the transaction
     */
    public record Shut(QualifiedName relation, Duration time) {}
}
