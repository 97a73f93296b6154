package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Which database of which server it is, whatever it is called.
 *
 * @param system the server's identifier, the same as long as its data directory lives; empty where the role may not ask
 * @param oid the database's OID
 * @param name its name
 * @param serverVersion such as {@code 15.18}
 */
public record DatabaseIdentity(Optional<String> system, long oid, String name, String serverVersion) {
    private static final String QUERY = """
            SELECT d.oid
                 , d.datname
                 , pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS version
                 , pg_catalog.has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS may_ask
              FROM pg_catalog.pg_database AS d
             WHERE d.datname = pg_catalog.current_database()
            """;

    /**
     * Whether something that was kept is of this database. It may have another name by now; that counts only where the server's
     * identifier can not be asked for.
     */
    public boolean matches(Optional<String> otherSystem, long otherOid, String otherName) {
        return oid == otherOid
                && (system.isPresent() && otherSystem.isPresent()
                        ? system.equals(otherSystem)
                        : name.equals(otherName));
    }

    public static DatabaseIdentity read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            Optional<String> system = row.getBoolean("may_ask") ? system(connection) : Optional.empty();
            return new DatabaseIdentity(system, row.getLong("oid"), row.getString("datname"), row.getString("version"));
        }
    }

    private static Optional<String> system(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT system_identifier FROM pg_catalog.pg_control_system()")) {
            row.next();
            return Optional.of(row.getString(1));
        }
    }
}
