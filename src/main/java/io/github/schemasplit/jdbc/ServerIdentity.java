package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * By what a database is told from others. A physical copy of a server has the same identifier and the same OIDs, but began at another
 * moment.
 *
 * @param system the cluster's system identifier; empty where the role may not see it
 * @param started when the server began
 * @param database the database's OID
 * @see <a href="https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-CONTROLDATA">Control Data Functions</a>
 */
public record ServerIdentity(Optional<Long> system, String started, long database) {
    /** That of the database that a connection is to. */
    public static ServerIdentity read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean visible = text(
                            statement,
                            "SELECT pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE')")
                    .equals("t");
            return new ServerIdentity(
                    visible
                            ? Optional.of(Long.valueOf(
                                    text(statement, "SELECT system_identifier FROM pg_catalog.pg_control_system()")))
                            : Optional.empty(),
                    text(statement, "SELECT pg_catalog.date_part('epoch', pg_catalog.pg_postmaster_start_time())"),
                    Long.parseLong(text(
                            statement,
                            "SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()")));
        }
    }

    /** Whether both are on one running server. */
    public boolean isOnServerOf(ServerIdentity other) {
        return started.equals(other.started)
                && (system.isEmpty() || other.system.isEmpty() || system.equals(other.system));
    }

    /** Whether both say the same of cluster and database, as a database and its physical copy do. */
    public boolean looksLike(ServerIdentity other) {
        return system.isPresent() && system.equals(other.system) && database == other.database;
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
