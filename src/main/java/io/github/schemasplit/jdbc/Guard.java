package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/**
 * One hash over what a plan is made from, computed by the server: read with the catalog, and compared again before anything is
 * changed. Everybody's traffic leaves it alone, and so do VACUUM, ANALYZE and TRUNCATE.
 *
 * @param hash the hash, comparable on one database alone
 */
public record Guard(String hash) {
    /** Guards a snapshot, in the transaction that it was read in, in which {@code search_path} is {@code pg_catalog, pg_temp}. */
    static GuardedSnapshot read(Connection connection, Snapshot snapshot) throws SQLException {
        String guard = query(connection.getMetaData().getDatabaseMajorVersion());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT (" + guard + "), clock_timestamp()")) {
            row.next();
            return new GuardedSnapshot(
                    snapshot,
                    new Guard(row.getString(1)),
                    new ServerClock(row.getObject(2, OffsetDateTime.class).toInstant(), System.nanoTime()));
        }
    }

    /** The comparison, as an SQL expression: whether the catalog is no longer the one that was read. */
    String isBroken(int major) {
        return "(" + query(major) + ") IS DISTINCT FROM " + Literal.of(hash).sql();
    }

    private static String query(int major) {
        return new CatalogQuery("guard").sql(major);
    }
}
