package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What Flyway's schema history table tells. */
public final class FlywayHistory {
    private FlywayHistory() {}

    /**
     * The versions that Flyway has applied, in every schema that has a history table; none when there is no such table.
     *
     * @param table the table's name
     */
    public static List<String> versions(Connection connection, String table) throws SQLException {
        List<String> versions = new ArrayList<>();
        for (String name : tables(connection, table)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("SELECT version FROM " + name + " WHERE version IS NOT NULL")) {
                while (rows.next()) {
                    versions.add(rows.getString(1));
                }
            }
        }
        return versions;
    }

    /** The tables that have the column and that the role may read, quoted and qualified by the server. */
    private static List<String> tables(Connection connection, String table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                new CatalogQuery("flyway-tables").sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            query.setString(1, table);
            ResultSet rows = query.executeQuery();
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
