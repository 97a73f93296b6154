package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database in which this tool changes nothing as long as it is open. It holds a lock and looks at nothing, so that the server may clear
 * away meanwhile what nobody sees any more.
 */
public final class StandStill implements AutoCloseable {
    private final Connection connection;

    private StandStill(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param settings how to reach the database
     * @throws LockedException when a change is being made
     */
    public static StandStill open(ConnectionSettings settings) throws SQLException {
        Connection connection = Connector.connect(settings);
        try {
            WholeReading.begin(connection, "BEGIN ISOLATION LEVEL READ COMMITTED");
            RunLock.share(connection);
            StandStill still = new StandStill(connection);
            // The server keeps what the query saw, a prepared one, until the next query.
            still.requireHeld();
            return still;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The connection that holds the lock. */
    Connection connection() {
        return connection;
    }

    /** Fails when the connection was lost: others may have changed the database then. */
    public void requireHeld() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    /** The server takes back a transaction whose session ends. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
