package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That a role gives privileges on whatever it makes to others, or takes them away.
 *
 * @param schema the schema in which it is made; empty for every one
 * @param type what is made, as {@code pg_default_acl.defaclobjtype}
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-default-acl.html">pg_default_acl</a>
 */
public record DefaultPrivilege(Optional<String> schema, char type) {
    /** Those of the role that a connection has. */
    public static List<DefaultPrivilege> read(Connection connection) throws SQLException {
        List<DefaultPrivilege> privileges = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(new CatalogQuery("default-privileges")
                        .sql(connection.getMetaData().getDatabaseMajorVersion()))) {
            while (row.next()) {
                privileges.add(new DefaultPrivilege(
                        Optional.ofNullable(row.getString("nspname")),
                        row.getString("defaclobjtype").charAt(0)));
            }
        }
        return privileges;
    }
}
