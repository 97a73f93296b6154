package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A snapshot that a change can be planned on.
 *
 * @param snapshot the catalog
 * @param guard what must still hold when the change is made
 * @param clock the server's, by which the change has to come in time
 */
public record GuardedSnapshot(Snapshot snapshot, Guard guard, ServerClock clock) {
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
        return new CatalogReader(timeout).inOwnTransaction(connection, snapshot -> Guard.read(connection, snapshot));
    }
}
