package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The advisory lock that each change holds to the end of its transaction. It is of the transaction and not of the session, so it
 * works through a transaction pooler, and it ends with the server's process.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public final class RunLock {
    /** The letters {@code schsplit} as a number. Advisory locks belong to a database, so one key serves all. */
    static final long KEY = 0x73636873706c6974L;

    private RunLock() {}

    /**
     * Waits until no change is under way.
     *
     * @param connection in auto-commit mode
     * @throws SQLException when it takes longer than that
     */
    public static void awaitFree(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN; SET LOCAL lock_timeout = " + patience.toMillis()
                    + "; SELECT pg_catalog.pg_advisory_xact_lock_shared(" + KEY + "); COMMIT");
        }
    }
}
