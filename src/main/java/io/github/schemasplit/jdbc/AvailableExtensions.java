package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/** Which extensions a server can install. */
public final class AvailableExtensions {
    private AvailableExtensions() {}

    public static Set<Identifier> read(Connection connection) throws SQLException {
        Set<Identifier> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM pg_catalog.pg_available_extensions")) {
            while (rows.next()) {
                names.add(Identifier.of(rows.getString(1)));
            }
        }
        return names;
    }
}
