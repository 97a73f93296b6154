package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What ALTER ROLE … SET holds for all databases of a server, at one moment: to be given back where somebody worked on a copy there.
 *
 * @param byRole each role's settings as {@code name=value}
 */
public record RoleSettings(Map<String, List<String>> byRole) {
    private static final String QUERY = "SELECT r.rolname, s.setting FROM pg_catalog.pg_db_role_setting AS d"
            + " JOIN pg_catalog.pg_roles AS r ON r.oid = d.setrole, pg_catalog.unnest(d.setconfig) AS s(setting)"
            + " WHERE d.setdatabase = 0 ORDER BY 1, 2";

    public RoleSettings {
        byRole = Map.copyOf(byRole);
    }

    public static RoleSettings read(Connection connection) throws SQLException {
        Map<String, List<String>> byRole = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                byRole.computeIfAbsent(rows.getString(1), r -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return new RoleSettings(byRole);
    }

    /**
     * Gives each role back what is not as it was.
     *
     * @return what could not be given back, a clause each
     */
    public List<String> restore(Connection connection) throws SQLException {
        List<String> left = new ArrayList<>();
        Map<String, List<String>> now = read(connection).byRole();
        Map<String, List<String>> all = new TreeMap<>(now);
        byRole.forEach(all::putIfAbsent);
        for (String role : all.keySet()) {
            List<String> wanted = byRole.getOrDefault(role, List.of());
            List<String> there = now.getOrDefault(role, List.of());
            for (String setting : there) {
                if (wanted.stream().noneMatch(w -> name(w).equals(name(setting)))) {
                    reset(connection, role, setting, left);
                }
            }
            for (String setting : wanted) {
                if (!there.contains(setting)) {
                    set(connection, role, setting, left);
                }
            }
        }
        return left;
    }

    private static void set(Connection connection, String role, String setting, List<String> left) {
        try {
            store(connection, "ALTER ROLE " + Identifier.of(role).sql(), setting);
        } catch (SQLException e) {
            left.add("role " + role + " without its setting " + name(setting) + " (" + why(e, setting) + ")");
        }
    }

    /** The name alone: values can be secrets, such as the key of an API's tokens. */
    static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** What the server says, without the value. */
    static String why(SQLException e, String setting) {
        String value = setting.substring(setting.indexOf('=') + 1);
        String message = ServerMessage.of(e);
        return value.isEmpty() ? message : message.replace(value, "…");
    }

    /**
     * Stores a setting. It is set in the session first: no statement takes the text of a list, such as that of search_path, as it is
     * stored. Both are one message, and so one transaction, which began before a setting that would make it read only.
     *
     * @param alter the statement up to its SET
     * @param setting as {@code name=value}
     */
    static void store(Connection connection, String alter, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try {
                statement.execute("SELECT pg_catalog.set_config("
                        + Literal.of(name(setting)).sql() + ", "
                        + Literal.of(setting.substring(setting.indexOf('=') + 1))
                                .sql() + ", false);\n" + alter
                        + " SET " + parameter(setting) + " FROM CURRENT");
            } finally {
                statement.execute("RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL");
            }
        }
    }

    private static void reset(Connection connection, String role, String setting, List<String> left) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + Identifier.of(role).sql() + " RESET " + parameter(setting));
        } catch (SQLException e) {
            left.add("role " + role + " with the setting " + setting + " (" + ServerMessage.of(e) + ")");
        }
    }

    /** The name as a statement has it: a parameter of a module's has a dot in it. */
    private static String parameter(String setting) {
        List<String> parts = new ArrayList<>();
        for (String part : name(setting).split("\\.", -1)) {
            parts.add(Identifier.of(part).sql());
        }
        return String.join(".", parts);
    }
}
