package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks every routine of a database: by the validator of its language under its own search_path and, in PL/pgSQL, by
 * {@code plpgsql_check} besides, where that extension is. Each is checked with the rights of its owner, who may have written what the
 * checks run, and each check is taken back.
 *
 * @see <a href="https://www.postgresql.org/docs/current/plhandler.html">validators of procedural languages</a>
 */
public final class RoutineTrial {
    private static final String CHECK =
            "SELECT c.message, c.sqlstate FROM %s(funcoid => ?, relid => ?, fatal_errors => false,"
                    + " other_warnings => false, extra_warnings => false) AS c"
                    + " WHERE c.level OPERATOR(pg_catalog.=) 'error'"
                    + " AND NOT coalesce(c.sqlstate OPERATOR(pg_catalog.=) '42P01' AND c.message OPERATOR(pg_catalog.~*) ?, false)"
                    + " ORDER BY coalesce(c.sqlstate OPERATOR(pg_catalog.=) '42501', false) LIMIT 1";

    /** What the owner may not do says nothing of those who run the routine. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final List<String> unchecked = new ArrayList<>();

    /**
     * @param connection of a superuser, in auto-commit mode, in which it is left
     */
    public RoutineTrial(Connection connection) {
        this.connection = connection;
    }

    /**
     * A routine that fails its check.
     *
     * @param name its name with its arguments
     * @param error what the server says
     */
    public record Failure(String name, String error) {}

    /**
     * What was found.
     *
     * @param checked how many routines were checked: all but the others
     * @param unchecked those that were not checked, or not to the end, since their owners may not use what is in them; names with arguments
     * @param failures those that fail, by OID
     */
    public record Result(int checked, List<String> unchecked, Map<Long, Failure> failures) {
        public Result {
            unchecked = List.copyOf(unchecked);
            failures = Map.copyOf(failures);
        }
    }

    /** Checks all that are no extension's. */
    public Result run() throws SQLException {
        Map<Long, Failure> failures = new TreeMap<>();
        List<Check> checks = checks();
        connection.setAutoCommit(false);
        try {
            for (Check check : checks) {
                run(check).ifPresent(error -> failures.put(check.oid(), new Failure(check.name(), error)));
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return new Result(checks.size() - unchecked.size(), unchecked, failures);
    }

    private record Check(
            long oid,
            String name,
            Identifier owner,
            String validator,
            Optional<String> checker,
            Optional<String> temporary,
            String path,
            List<Long> relations) {}

    private List<Check> checks() throws SQLException {
        String query =
                new CatalogQuery("routine-trial").sql(connection.getMetaData().getDatabaseMajorVersion());
        List<Check> checks = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<Long> relations = new ArrayList<>();
                for (Object relation : (Object[]) rows.getArray("relations").getArray()) {
                    relations.add(((Number) relation).longValue());
                }
                checks.add(new Check(
                        rows.getLong("oid"),
                        rows.getString("name"),
                        Identifier.of(rows.getString("owner")),
                        rows.getString("validator"),
                        Optional.ofNullable(rows.getString("checker")),
                        Optional.ofNullable(rows.getString("temporary")),
                        rows.getString("path"),
                        relations));
            }
        }
        return checks;
    }

    private Optional<String> run(Check check) throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL check_function_bodies = on");
            statement.execute("SET LOCAL ROLE " + check.owner().sql());
            try (PreparedStatement path =
                    connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ?, true)")) {
                path.setString(1, check.path());
                path.execute();
            }
            try (PreparedStatement validator =
                    connection.prepareStatement("SELECT " + check.validator() + "(?::pg_catalog.oid)")) {
                validator.setLong(1, check.oid());
                validator.execute();
            }
            return check.checker().isPresent() ? checked(check, check.checker().get()) : Optional.empty();
        } catch (SQLException e) {
            if (!INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return Optional.of(ServerMessage.of(e));
            }
            unchecked.add(check.name());
            return Optional.empty();
        }
    }

    private Optional<String> checked(Check check, String checker) throws SQLException {
        boolean refused = false;
        for (long relation : check.relations()) {
            try (PreparedStatement statement = connection.prepareStatement(CHECK.formatted(checker))) {
                statement.setLong(1, check.oid());
                statement.setLong(2, relation);
                statement.setString(3, check.temporary().orElse(null));
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        if (!INSUFFICIENT_PRIVILEGE.equals(rows.getString(2))) {
                            return Optional.of(rows.getString(1));
                        }
                        refused = true;
                    }
                }
            }
        }
        if (refused) {
            unchecked.add(check.name());
        }
        return Optional.empty();
    }
}
