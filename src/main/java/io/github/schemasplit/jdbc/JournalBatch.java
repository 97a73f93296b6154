package io.github.schemasplit.jdbc;

import java.util.UUID;

/**
 * The place of an entry among the batches of one migration, each of which has its own entry and its own rollback.
 *
 * @param migration the identity of the migration: that of its first entry
 * @param remaining for a migration, how many objects were still to be moved after it; for a rollback, how many to be moved back
 */
public record JournalBatch(UUID migration, long remaining) {
    public JournalBatch {
        if (remaining < 0) {
            throw new IllegalArgumentException("less than nothing remains");
        }
    }

    /** A migration, or the rollback of one, in one batch. */
    public static JournalBatch only(UUID migration) {
        return new JournalBatch(migration, 0);
    }

    /** Whether it was not the last. */
    public boolean isUnfinished() {
        return remaining > 0;
    }
}
