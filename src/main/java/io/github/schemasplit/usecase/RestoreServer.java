package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The server that is restored to, reached through a database of it that stays.
 *
 * @param database the one that is restored into
 * @param stays whether that is one to connect to meanwhile: neither made nor renamed
 */
record RestoreServer(ConnectionSettings database, boolean stays) {
    /** Databases to connect to while one is made or renamed. */
    private static final String ALWAYS_THERE = "postgres";

    private static final String THERE_ELSE = "template1";

    private static final String UNLIMITED = "SELECT pg_catalog.set_config(name, '0', false) FROM pg_catalog.pg_settings"
            + " WHERE name IN ('statement_timeout', 'lock_timeout', 'transaction_timeout')";

    /** What is done with a connection to the server, whether or not the database is there. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    <T> T on(Work<T> work) throws SQLException {
        if (stays) {
            return on(database, work);
        }
        if (database.database().equals(ALWAYS_THERE)) {
            return on(database.withDatabase(THERE_ELSE), work);
        }
        try {
            return on(database.withDatabase(ALWAYS_THERE), work);
        } catch (ConnectionFailedException e) {
            return on(database.withDatabase(THERE_ELSE), work);
        }
    }

    private static <T> T on(ConnectionSettings settings, Work<T> work) throws SQLException {
        try (Connection connection = Connector.connect(settings)) {
            return work.run(connection);
        }
    }

    /** Each statement in a transaction of its own, in one session, in which no limit of role or database ends it. */
    void execute(Statement... statements) throws SQLException {
        on(connection -> {
            try (java.sql.Statement sql = connection.createStatement()) {
                sql.execute(UNLIMITED);
                for (Statement statement : statements) {
                    sql.execute(statement.sql());
                }
                // Of a pooler others have the session next.
                sql.execute("RESET ALL");
                return statements.length;
            }
        });
    }

    /** That of a database, if there is one of that name. */
    Optional<Long> oid(String name) throws SQLException {
        return on(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT oid FROM pg_catalog.pg_database WHERE datname = ?")) {
                query.setString(1, name);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
                }
            }
        });
    }
}
