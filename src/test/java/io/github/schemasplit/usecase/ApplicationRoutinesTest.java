package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/**
 * Routines as applications write them, on tables that go to several schemas at random: each does the same after the move.
 * {@code -Droutines.tables=1000 -Droutines=500} for a large application, {@code -Droutines.seed=1} for another.
 */
class ApplicationRoutinesTest {
    private static final int TABLES = Integer.getInteger("routines.tables", 60);
    private static final int ROUTINES = Integer.getInteger("routines", 96);
    private static final long SEED = Long.getLong("routines.seed", System.nanoTime());
    private static final Path TEMPLATES = Path.of("src/test/resources/routines/templates.sql");
    private static final List<String> TARGETS = List.of("line_0", "Line 1", "line_2", "select", "public");

    @TempDir
    private Path output;

    @PostgresTest
    void routinesDoTheSameAfterTheMove(TestDatabase database) throws SQLException, IOException {
        System.out.println(TABLES + " tables, " + ROUTINES + " routines: -Droutines.seed=" + SEED);
        Random random = new Random(SEED);
        database.execute(application(random));
        MappingBuilder mapping =
                new MappingBuilder().unmapped(new Unmapped.Keep()).routineBodies(RoutineBodies.REWRITE);
        for (String target : TARGETS.subList(0, TARGETS.size() - 1)) {
            mapping.tables(
                    target,
                    IntStream.range(0, TABLES)
                            .filter(i -> TARGETS.get(i % TARGETS.size()).equals(target))
                            .mapToObj(i -> "app_" + i)
                            .toArray(String[]::new));
        }
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        List<String> rows = RawCatalog.rows(database);
        List<String> results = results(database);
        assertThat(results).hasSizeGreaterThan(ROUTINES / 2).noneMatch(result -> result.contains("does not exist"));
        assertThat(goals.migrate(mapping).plan().replacements()).hasSizeGreaterThan(ROUTINES / 2);
        assertThat(results(database)).isEqualTo(results);
        assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        assertThat(goals.migrate(mapping).migration()).isEmpty();
        goals.rollback();
        assertThat(goals.states()).isEqualTo(states);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsBesideJournal(database)))
                .isEmpty();
        assertThat(results(database)).isEqualTo(results);
    }

    private static String application(Random random) throws IOException {
        StringBuilder sql = new StringBuilder();
        List<String> tables = new ArrayList<>();
        for (int i = 0; i < TABLES; i++) {
            tables.add("app_" + i);
            sql.append("""
                    CREATE TABLE app_%1$d (id serial PRIMARY KEY, ref int, note text);
                    INSERT INTO app_%1$d SELECT i, i %% 7, 'n' || i FROM generate_series(1, 5) AS i;
                    """.formatted(i));
        }
        String[] templates = Files.readString(TEMPLATES).split("\n\n");
        for (int i = 0; i < ROUTINES; i++) {
            Collections.shuffle(tables, random);
            sql.append(templates[1 + i % (templates.length - 1)]
                            .replace("{f}", "fn_" + i)
                            .replace("{a}", tables.get(0))
                            .replace("{b}", tables.get(1))
                            .replace("{c}", tables.get(2)))
                    .append('\n');
        }
        return sql.toString();
    }

    /** Of all routines but those of triggers, each called in a transaction that is rolled back. */
    private static List<String> results(TestDatabase database) throws SQLException {
        List<String> calls = database.query("""
                SELECT CASE WHEN p.prokind = 'p' THEN 'CALL ' ELSE 'SELECT x::text FROM ' END || p.proname
                       || CASE pg_get_function_identity_arguments(p.oid)
                          WHEN '' THEN '()' WHEN 'wanted integer' THEN '(1)' WHEN 'wanted text' THEN '(''n1'')'
                          WHEN 'unused text' THEN '()' ELSE '(NULL)' END
                       || CASE WHEN p.prokind = 'p' THEN '' ELSE ' AS x' END
                  FROM pg_proc AS p
                 WHERE p.proname LIKE 'fn\\_%' AND p.prorettype <> 'trigger'::regtype
                 ORDER BY p.proname
                """);
        List<String> results = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String call : calls) {
                results.add(call + ": " + result(statement, call));
                connection.rollback();
            }
        }
        return results;
    }

    private static List<String> result(Statement statement, String call) {
        List<String> rows = new ArrayList<>();
        try {
            if (statement.execute(call)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            rows.add(String.valueOf(e.getMessage()));
        }
        return rows;
    }
}
