package io.github.schemasplit.jdbc;

import io.github.schemasplit.jdbc.DatabaseLocale.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a dump of a database does not restore, since it stands beside the database and not in it.
 *
 * @param name the database's name
 * @param owner who owns it
 * @param locale how it writes, sorts and compares texts
 * @param connectionLimit how many may connect at once; below zero for any number
 * @param tablespace where its files are, if nothing else is said
 * @param comment the comment on it
 * @param settings what its sessions begin with
 * @param privileges whom it lets in, besides its owner
 * @param publicSchema who may do what with the schema {@code public}, besides its owner: a dump does not always say what was revoked
 */
public record DatabaseProperties(
        String name,
        String owner,
        DatabaseLocale locale,
        long connectionLimit,
        String tablespace,
        Optional<String> comment,
        List<Setting> settings,
        List<Grant> privileges,
        List<Grant> publicSchema) {
    public DatabaseProperties {
        settings = List.copyOf(settings);
        publicSchema = List.copyOf(publicSchema);
        privileges = List.copyOf(privileges);
    }

    /**
     * A setting.
     *
     * @param role whose sessions begin with it; empty for all
     * @param text such as {@code search_path=shop, public}
     */
    public record Setting(Optional<String> role, String text) {}

    /**
     * A privilege.
     *
     * @param grantee who holds it; empty for everyone
     * @param privilege such as {@code CONNECT}
     * @param grantable whether the grantee may grant it
     */
    public record Grant(Optional<String> grantee, String privilege, boolean grantable) {}

    /** Those of the database that a connection is to. */
    public static DatabaseProperties read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(connection, "database-properties"))) {
            row.next();
            return new DatabaseProperties(
                    row.getString("datname"),
                    row.getString("owner"),
                    new DatabaseLocale(
                            row.getString("encoding"),
                            row.getString("datcollate"),
                            row.getString("datctype"),
                            Provider.valueOf(row.getString("provider").toUpperCase(Locale.ROOT)),
                            Optional.ofNullable(row.getString("locale")),
                            Optional.ofNullable(row.getString("icu_rules"))),
                    row.getLong("datconnlimit"),
                    row.getString("tablespace"),
                    Optional.ofNullable(row.getString("comment")),
                    settings(connection),
                    privileges(connection, "database-privileges"),
                    privileges(connection, "public-privileges"));
        }
    }

    private static List<Setting> settings(Connection connection) throws SQLException {
        List<Setting> settings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(connection, "database-settings"))) {
            while (row.next()) {
                settings.add(new Setting(Optional.ofNullable(row.getString("role")), row.getString("setting")));
            }
        }
        return settings;
    }

    private static List<Grant> privileges(Connection connection, String query) throws SQLException {
        List<Grant> privileges = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query(connection, query))) {
            while (row.next()) {
                privileges.add(new Grant(
                        Optional.ofNullable(row.getString("grantee")),
                        row.getString("privilege_type"),
                        row.getBoolean("is_grantable")));
            }
        }
        return privileges;
    }

    private static String query(Connection connection, String name) throws SQLException {
        return new CatalogQuery(name).sql(connection.getMetaData().getDatabaseMajorVersion());
    }
}
