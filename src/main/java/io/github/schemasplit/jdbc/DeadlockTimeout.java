package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * After how long a wait for a lock the server looks whether it is a deadlock, and ends the transaction that waits if it is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-locks.html">Lock Management</a>
 */
public final class DeadlockTimeout {
    private DeadlockTimeout() {}

    /** The server's {@code deadlock_timeout}. */
    public static Duration read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT s.setting FROM pg_catalog.pg_settings AS s WHERE s.name = 'deadlock_timeout'")) {
            row.next();
            return Duration.ofMillis(row.getLong(1));
        }
    }
}
