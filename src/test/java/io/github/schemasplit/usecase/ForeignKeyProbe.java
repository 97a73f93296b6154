package io.github.schemasplit.usecase;

import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has foreign keys checked, one role, one foreign key and one kind of statement at a time, and leaves no trace. */
final class ForeignKeyProbe {
    static final String OK = "ok";
    static final String VIOLATION = "foreign key violation";
    static final String DENIED = "denied";

    private static final List<String> OPERATIONS = List.of(
            "INSERT",
            "INSERT of an orphan",
            "UPDATE",
            "UPDATE to an orphan",
            "DELETE of the parent",
            "UPDATE of the parent");

    private static final String ALL = """
            SELECT k.oid, k.conname, p.role, operation, p.outcome
              FROM pg_catalog.pg_constraint AS k, unnest(?::text[]) AS operation,
                   pg_temp.probe(k.oid, ?::text[], operation) AS p
             WHERE k.contype = 'f' AND k.conparentid = 0 AND (k.conrelid = ANY (?::oid[]) OR k.confrelid = ANY (?::oid[]))
            """;

    private ForeignKeyProbe() {}

    /** One attempt; foreign keys go by their OID, since their tables' names change. */
    record Attempt(long foreignKey, String name, String role, String operation) implements Comparable<Attempt> {
        @Override
        public int compareTo(Attempt other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * The outcome of each attempt.
     *
     * @param tables the OIDs of the tables that move: foreign keys from and to them are checked
     * @param roles who tries
     */
    static Map<Attempt, String> run(TestDatabase database, Collection<Long> tables, Collection<String> roles)
            throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(script());
            }
            Map<Attempt, String> outcomes = new TreeMap<>();
            try (PreparedStatement query = connection.prepareStatement(ALL)) {
                query.setArray(1, connection.createArrayOf("text", OPERATIONS.toArray()));
                query.setArray(2, connection.createArrayOf("text", roles.toArray()));
                query.setArray(3, connection.createArrayOf("int8", tables.toArray()));
                query.setArray(4, connection.createArrayOf("int8", tables.toArray()));
                ResultSet rows = query.executeQuery();
                while (rows.next()) {
                    outcomes.put(
                            new Attempt(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)),
                            rows.getString(5));
                }
            }
            connection.rollback();
            return outcomes;
        }
    }

    private static String script() {
        try (InputStream script = ForeignKeyProbe.class.getResourceAsStream("foreign-key-probe.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
