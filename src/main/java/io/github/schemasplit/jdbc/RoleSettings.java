package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

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
     * A parameter of a role that is set otherwise.
     *
     * @param parameter its name
     * @param to as {@code name=value}; empty where it is set no more
     */
    public record Difference(String role, String parameter, Optional<String> to) {
        private boolean isOf(Difference other) {
            return role.equals(other.role) && parameter.equals(other.parameter);
        }
    }

    /** What is set otherwise by now. */
    public List<Difference> differences(RoleSettings now) {
        List<Difference> differences = new ArrayList<>();
        for (String role : roles(this, now)) {
            List<String> then = byRole.getOrDefault(role, List.of());
            List<String> there = now.byRole.getOrDefault(role, List.of());
            for (String setting : there) {
                if (!then.contains(setting)) {
                    differences.add(new Difference(role, name(setting), Optional.of(setting)));
                }
            }
            for (String setting : then) {
                if (of(name(setting), there).isEmpty()) {
                    differences.add(new Difference(role, name(setting), Optional.empty()));
                }
            }
        }
        return differences;
    }

    private static Set<String> roles(RoleSettings one, RoleSettings other) {
        Set<String> roles = new TreeSet<>(one.byRole.keySet());
        roles.addAll(other.byRole.keySet());
        return roles;
    }

    private static Optional<String> of(String parameter, List<String> settings) {
        return settings.stream().filter(s -> name(s).equals(parameter)).findFirst();
    }

    /**
     * Gives roles back what was set otherwise for them and still is so. What somebody else set meanwhile stays.
     *
     * @param ours what was set otherwise
     * @param unknown the roles of which it is not known what was set, so that all is taken for that
     * @return what is not as it was, a clause each
     */
    public List<String> restore(Connection connection, Collection<Difference> ours, Predicate<String> unknown)
            throws SQLException {
        List<String> left = new ArrayList<>();
        for (Difference difference : differences(read(connection))) {
            String role = difference.role();
            if (ours.contains(difference) || unknown.test(role)) {
                Optional<String> then = of(difference.parameter(), byRole.getOrDefault(role, List.of()));
                if (then.isPresent()) {
                    set(connection, role, then.get(), left);
                } else {
                    reset(connection, role, difference.to().orElseThrow(), left);
                }
            } else if (ours.stream().anyMatch(difference::isOf)) {
                left.add("role " + role + " with its setting " + difference.parameter()
                        + ", which is neither as it was nor as the rehearsal set it, so that somebody else changed it");
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
            left.add("role " + role + " with the setting " + name(setting) + " (" + why(e, setting) + ")");
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
