package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * By what a database is told from others, its physical copies among them: those have the same identifiers, but began at another moment.
 *
 * @param database the database
 * @param started when its server began
 */
public record ServerIdentity(DatabaseIdentity database, String started) {
    /** That of the database that a connection is to. */
    public static ServerIdentity read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_catalog.date_part('epoch', pg_catalog.pg_postmaster_start_time())")) {
            row.next();
            return new ServerIdentity(DatabaseIdentity.read(connection), row.getString(1));
        }
    }

    /** Whether both are on one running server. */
    public boolean isOnServerOf(ServerIdentity other) {
        return started.equals(other.started)
                && (database.system().isEmpty()
                        || other.database.system().isEmpty()
                        || database.system().equals(other.database.system()));
    }

    /** Whether both say the same of cluster and database, as a database and its physical copy do. */
    public boolean looksLike(ServerIdentity other) {
        return database.system().isPresent()
                && database.system().equals(other.database.system())
                && database.oid() == other.database.oid();
    }
}
