package io.github.schemasplit.jdbc;

import java.time.Duration;
import java.util.List;

/** That another run of this tool was at work on the same database for as long as we waited. */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockedException(Duration waited, List<LockHolder> holders) {
        super("Another run of schema-maven-plugin is changing this database"
                + (holders.isEmpty() ? "" : " (" + LockHolder.describe(holders) + ")")
                + "; it did not end within " + waited.toSeconds() + " s. Run the goal again when it is done.");
    }
}
