package io.github.schemasplit.testing;

import io.github.schemasplit.jdbc.Attempts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What each role can do with relations, found out by doing it: each command is run as the role and taken back, and its rows are counted,
 * or the server's refusal is noted. What the server is asked about rights elsewhere, it is here asked to grant.
 */
public final class AccessMatrix {
    /** The commands, with places for the relation, its first column and its last. */
    private static final Map<String, String> COMMANDS = new TreeMap<>(Map.of(
            "select all", "SELECT count(*) || ' rows' FROM (SELECT * FROM %1$s) AS r",
            "select first column", "SELECT count(*) || ' rows' FROM (SELECT %2$s FROM %1$s) AS r",
            "select last column", "SELECT count(*) || ' rows' FROM (SELECT %3$s FROM %1$s WHERE %3$s IS NOT NULL) AS r",
            "lock rows", "SELECT count(*) || ' rows' FROM (SELECT %2$s FROM %1$s FOR UPDATE) AS r",
            "insert first column", "INSERT INTO %1$s (%2$s) SELECT NULL WHERE false",
            "insert defaults", "INSERT INTO %1$s DEFAULT VALUES",
            "update first column", "UPDATE %1$s SET %2$s = %2$s",
            "update last column", "UPDATE %1$s SET %3$s = NULL WHERE %2$s IS NULL",
            "delete all", "DELETE FROM %1$s",
            "delete some", "DELETE FROM %1$s WHERE %2$s IS NULL"));

    /** What is refused for lack of rights. */
    public static final String REFUSED = "refused";

    /**
     * What the server refuses for lack of rights, and what it refuses before it looks at rights: to write a generated column, or
     * through a view that can not be written through.
     */
    private static final Set<String> BEFORE_RIGHTS = Set.of("42501", "42601", "428C9", "42809", "55000");

    private static final String CLAIMS = "request.jwt.claims";
    private static final String ROLE = "role";

    private AccessMatrix() {}

    /**
     * Whoever asks.
     *
     * @param role the role
     * @param claims the claims of the request's token, as JSON; empty for none
     */
    public record Asker(String role, String claims) {
        public Asker(String role) {
            this(role, "");
        }
    }

    /**
     * Does everything as everybody.
     *
     * @param relations the names of relations, quoted as in SQL, each by what it is called in the answer
     * @return outcomes, by who asks, the relation and the command: a number of rows, {@link #REFUSED}, or another SQLSTATE
     */
    public static Map<String, String> of(TestDatabase database, List<Asker> askers, Map<String, String> relations) {
        Map<String, String> outcomes = new TreeMap<>();
        try (Connection connection = database.connect();
                Attempts attempts = Attempts.on(connection)) {
            for (Map.Entry<String, String> relation : relations.entrySet()) {
                List<String> columns = columns(database, relation.getValue());
                List<String> commands = COMMANDS.values().stream()
                        .map(command ->
                                command.formatted(relation.getValue(), columns.get(0), columns.get(columns.size() - 1)))
                        .toList();
                for (Asker asker : askers) {
                    Map<String, String> settings = new TreeMap<>(Map.of(CLAIMS, asker.claims(), ROLE, asker.role()));
                    Iterator<String> answers =
                            attempts.outcomes(settings, commands).iterator();
                    for (String command : COMMANDS.keySet()) {
                        String outcome = answers.next();
                        outcomes.put(
                                asker.role() + " " + asker.claims() + " | " + relation.getKey() + " | " + command,
                                BEFORE_RIGHTS.contains(outcome) ? REFUSED : outcome);
                    }
                }
            }
            return outcomes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where two answers differ, as lines. */
    public static List<String> difference(Map<String, String> expected, Map<String, String> actual) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), actual.get(key)))
                .map(key -> key + ": " + expected.get(key) + " was expected and it is " + actual.get(key))
                .toList();
    }

    private static List<String> columns(TestDatabase database, String relation) {
        return new ArrayList<>(database.query("SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = $r$"
                + relation + "$r$::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum"));
    }
}
