package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The large objects of a database, which belong to no schema.
 *
 * @param count how many there are
 * @param bytes how much their rows take
 */
public record LargeObjects(long count, long bytes) {
    public static LargeObjects read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT (SELECT pg_catalog.count(*) FROM pg_catalog.pg_largeobject_metadata),"
                                + " pg_catalog.pg_table_size('pg_catalog.pg_largeobject')")) {
            row.next();
            return new LargeObjects(row.getLong(1), row.getLong(2));
        }
    }
}
