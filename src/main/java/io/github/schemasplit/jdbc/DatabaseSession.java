package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session of others in a database.
 *
 * @param pid its process
 * @param role whose it is; empty for one of the server's own
 * @param application its {@code application_name}; empty when it has none
 */
public record DatabaseSession(int pid, Optional<String> role, Optional<String> application) {
    /** Those in a database, by process. */
    public static List<DatabaseSession> read(Connection connection, String database) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        try (PreparedStatement query = connection.prepareStatement(new CatalogQuery("database-sessions").sql(major))) {
            query.setString(1, database);
            List<DatabaseSession> sessions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sessions.add(new DatabaseSession(
                            row.getInt("pid"),
                            Optional.ofNullable(row.getString("usename")),
                            Optional.ofNullable(row.getString("application_name"))
                                    .filter(name -> !name.isEmpty())));
                }
            }
            return sessions;
        }
    }

    @Override
    public String toString() {
        return "pid " + pid
                + role.map(name -> " of " + name).orElse("")
                + application.map(name -> ", application '" + name + "'").orElse("");
    }
}
