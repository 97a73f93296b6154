package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A snapshot that a change can be planned on.
 *
 * @param snapshot the catalog
 * @param guard what must still hold when the change is made
 */
public record GuardedSnapshot(Snapshot snapshot, Guard guard) {
    /**
     * Reads both at one moment, in a transaction of its own.
     *
     * @param connection in auto-commit mode, in which it is left
     */
    public static GuardedSnapshot read(Connection connection) throws SQLException {
        return read(connection, StatementTimeout.NONE);
    }

    /** As {@link #read(Connection)}, each statement of which may take so long. */
    public static GuardedSnapshot read(Connection connection, StatementTimeout timeout) throws SQLException {
        return new CatalogReader(timeout)
                .inOwnTransaction(connection, snapshot -> new GuardedSnapshot(snapshot, Guard.read(connection)));
    }
}
