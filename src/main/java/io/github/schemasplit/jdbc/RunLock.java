package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private RunLock() {}

    /**
     * Waits until a change whose answer was lost is not under way any more. The server's process may have the message and not
     * have begun with it, so that it holds no lock: it has to end. Through a pooler the number is of no process, and the lock
     * alone tells.
     *
     * @param connection in auto-commit mode
     * @param process the server's process that was sent the change
     * @throws SQLException when it takes longer than that
     */
    public static void awaitEnd(Connection connection, int process, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isThere(connection, process)) {
            if (System.nanoTime() > deadline) {
                throw new SQLException("the server's process " + process + " has not ended");
            }
            sleep();
        }
        awaitFree(connection, patience);
    }

    private static boolean isThere(Connection connection, int process) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                new CatalogQuery("lost-process").sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            query.setInt(1, process);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of the server's process", e);
        }
    }

    private static void awaitFree(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN; SET LOCAL lock_timeout = " + patience.toMillis()
                    + "; SELECT pg_catalog.pg_advisory_xact_lock_shared(" + KEY + "); COMMIT");
        }
    }
}
