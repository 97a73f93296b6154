package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * One hash over what a plan is made from, computed by the server: read with the catalog, and compared again before anything is
 * changed. Everybody's traffic leaves it alone, and so do VACUUM, ANALYZE and TRUNCATE.
 *
 * @param hash the hash, comparable on one database alone
 */
public record Guard(String hash) {
    /** Reads it in the caller's transaction, in which {@code search_path} is {@code pg_catalog, pg_temp}. */
    static Guard read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(query(connection.getMetaData().getDatabaseMajorVersion()))) {
            row.next();
            return new Guard(row.getString(1));
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
