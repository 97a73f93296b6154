package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the history table of a tool that runs migrations tells. */
public final class MigrationHistory {
    private static final String VERSION = "version";
    private static final String ID = "id";

    private MigrationHistory() {}

    /**
     * The versions that Flyway has applied, in every schema that has a history table; empty when there is no such table, or none that may be read.
     *
     * @param table the table's name
     */
    public static Optional<List<String>> ofFlyway(Connection connection, String table) throws SQLException {
        return values(connection, VERSION, table, "");
    }

    /**
     * The ids of the change sets that Liquibase has applied, in every schema that has a history table; empty when there is no such table, or none that may be read.
     *
     * @param table the table's name
     */
    public static Optional<List<String>> ofLiquibase(Connection connection, String table) throws SQLException {
        return values(connection, ID, table, "");
    }

    /** The versions that Supabase's command line has applied; empty when there is no history, or none that may be read. */
    public static Optional<List<String>> ofSupabase(Connection connection) throws SQLException {
        return values(connection, VERSION, "schema_migrations", "supabase_migrations");
    }

    private static Optional<List<String>> values(Connection connection, String column, String table, String schema)
            throws SQLException {
        List<String> values = new ArrayList<>();
        List<String> tables = tables(connection, column, table, schema);
        for (String name : tables) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT " + column + " FROM " + name + " WHERE " + column + " IS NOT NULL")) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** The tables that have the column and that the role may read, quoted and qualified by the server. */
    private static List<String> tables(Connection connection, String column, String table, String schema)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                new CatalogQuery("history-tables").sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            query.setString(1, column);
            query.setString(2, table);
            query.setString(3, schema);
            ResultSet rows = query.executeQuery();
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
