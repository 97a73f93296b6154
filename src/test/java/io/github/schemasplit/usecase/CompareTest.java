package io.github.schemasplit.usecase;

import static io.github.schemasplit.usecase.WatchedGoals.compare;
import static io.github.schemasplit.usecase.WatchedGoals.find;
import static io.github.schemasplit.usecase.WatchedGoals.mapping;
import static io.github.schemasplit.usecase.WatchedGoals.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.report.ComparisonConsole;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.verify.Expectation;
import io.github.schemasplit.watch.ComparedStatement;
import io.github.schemasplit.watch.ComparedTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server counts is kept with the journal, and compared with what it counts later. */
class CompareTest {
    private final WatchedGoals watched = new WatchedGoals();

    @TempDir
    private Path output;

    @Test
    void eachStatementIsComparedHoweverItNamesItsTablesUntilTheMoveIsTakenBack() throws IOException {
        TestServer server = TestServer.another(
                Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track", "all"));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("""
                    CREATE EXTENSION pg_stat_statements;
                    CREATE TABLE orders (id int PRIMARY KEY, note text);
                    INSERT INTO orders SELECT i, 'x' FROM generate_series(1, 1000) AS i;
                    CREATE ROLE compare_secret PASSWORD 'hunter2';
                    DROP ROLE compare_secret;
                    """);
            Goals goals = Goals.on(database, output);
            for (int i = 0; i < 100; i++) {
                database.query("SELECT note FROM orders WHERE note = 'n" + i + "'");
            }
            watched.observe(goals);
            assertThat(goals.history()).isEmpty();
            for (int i = 0; i < 3; i++) {
                database.query("SELECT note FROM orders WHERE note = 'n" + i + "'");
                database.query("SELECT note FROM public.orders WHERE note = 'n" + i + "'");
                database.query("SELECT count(*) FROM orders");
                database.query("SELECT 1 AS other");
            }
            watched.migrate(goals, mapping("orders"));
            assertThat(watched.warnings()).isEmpty();
            for (int i = 0; i < 2; i++) {
                database.query("SELECT note FROM shop.orders WHERE note = 'n" + i + "'");
                database.query("SELECT note FROM orders WHERE note = 'n" + i + "'");
                database.query("SELECT id FROM shop.orders WHERE id = " + i);
                database.query("SELECT 1 AS other");
            }
            Compare.Result result = compare(goals);
            ComparedStatement note = find(result, "note =");
            assertThat(note.named()).isTrue();
            assertThat(note.before().count()).isEqualTo(6);
            assertThat(note.after().count()).isEqualTo(4);
            assertThat(note.before().milliseconds()).isPositive();
            assertThat(note.ratio()).isPresent();
            assertThat(find(result, "count(*) FROM orders").after().count()).isZero();
            assertThat(find(result, "WHERE id").before().count()).isZero();
            ComparedStatement other = find(result, "AS other");
            assertThat(other.named()).isFalse();
            assertThat(other.before().count()).isEqualTo(3);
            assertThat(other.after().count()).isEqualTo(2);
            assertThat(statements(result).only()).isEmpty();
            assertThat(statements(result).complete()).isTrue();
            assertThat(statements(result).before().from()).isPresent();
            assertThat(statements(result).after().length()).isPresent();

            ComparedTable orders = result.report().comparison().tables().get(0);
            assertThat(orders.table().sql()).isEqualTo("public.orders");
            assertThat(orders.moved().sql()).isEqualTo("shop.orders");

            JsonNode json =
                    new ObjectMapper().readTree(Files.readAllBytes(result.file().path()));
            assertThat(json.at("/statements/all"))
                    .hasSameSizeAs(statements(result).all());
            assertThat(json.at("/tables/all/0/moved").asText()).isEqualTo("shop.orders");
            assertThat(ComparisonConsole.lines(result.report()))
                    .anyMatch(line -> line.startsWith("of statements that name what moved"))
                    .contains("Not run since, those first that were run most:")
                    .anyMatch(line -> line.contains("SELECT count(*) FROM orders"));
            assertThat(database.query("SELECT content FROM schemasplit.observation"))
                    .hasSize(2)
                    .noneMatch(content -> content.contains("hunter2") || content.contains("PASSWORD"));

            watched.rollback(goals);
            database.query("SELECT note FROM orders WHERE note = 'n'");
            Compare.Result until = compare(goals);
            assertThat(until.report().takenBack()).isTrue();
            assertThat(find(until, "note =").after().count()).isEqualTo(4);
        }
    }

    @PostgresTest
    void ofTheTimeBetweenTwoChangesTheFirstLookAndTheLastAreKept(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output);
        for (int i = 0; i < 4; i++) {
            watched.observe(goals);
        }
        Instant first = moments(database, 2).get(0);
        watched.migrate(goals, mapping("orders"));
        assertThat(moments(database, 2).get(0)).isEqualTo(first);
        for (int i = 0; i < 3; i++) {
            watched.observe(goals);
        }
        assertThat(moments(database, 4).get(0)).isEqualTo(first);
        watched.rollback(goals);
        moments(database, 4);
        assertThat(watched.warnings()).isEmpty();
    }

    private static List<Instant> moments(TestDatabase database, int expected) {
        List<String> rows = database.query(
                "SELECT to_char(taken_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM schemasplit.observation ORDER BY taken_at");
        assertThat(rows).hasSize(expected);
        return rows.stream().map(Instant::parse).toList();
    }

    @PostgresTest
    void nobodyElseMayReadIt(TestDatabase database) {
        database.execute("""
                CREATE TABLE orders (id int);
                CREATE ROLE compare_reader;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO compare_reader;
                ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO PUBLIC;
                """);
        watched.observe(Goals.on(database, output));
        assertThat(database.query("SELECT c.relname FROM pg_class AS c, pg_namespace AS n,"
                        + " aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) AS a"
                        + " WHERE n.nspname = 'schemasplit' AND c.relnamespace = n.oid AND c.relkind = 'r'"
                        + " AND a.grantee <> c.relowner"))
                .isEmpty();
        assertThat(database.query("SELECT has_schema_privilege('compare_reader', 'schemasplit', 'USAGE')::text"))
                .containsExactly("false");
    }

    @PostgresTest
    void withoutPgStatStatementsTablesAreComparedAndItIsSaid(TestDatabase database) {
        // It is there, and yet not at work.
        database.execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output).within(new StatementTimeout(Optional.of(Duration.ofMinutes(1))));
        watched.migrate(goals, mapping("orders"));
        assertThat(watched.warnings()).isEmpty();
        Compare.Result result = compare(goals);
        assertThat(result.report().comparison().statements()).isEmpty();
        assertThat(result.report().comparison().tables()).hasSize(1);
        assertThat(ComparisonConsole.lines(result.report()))
                .anyMatch(line -> line.contains("CREATE EXTENSION pg_stat_statements"));
    }

    @PostgresTest
    void nothingToCompareIsSaidWithWhatToDo(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output);
        Compare compare = new Compare(goals.workplace());
        assertThatThrownBy(compare::run)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("Compare after schema:migrate");
        goals.migrate(mapping("orders"));
        assertThatThrownBy(compare::run)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("before journal entry 1 was not kept")
                .hasMessageContaining("schema:analyze does with -Dschema.observe");
        watched.rollback(goals);
        watched.observe(goals);
        goals.migrate(mapping("orders"));
        assertThat(compare.run().report().exact()).isFalse();
        goals.rollback();
        // The look before the move is none before the rollback.
        assertThatThrownBy(compare::run)
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("before journal entry 4 was not kept");
    }

    @PostgresTest
    void theLastMoveIsComparedAlsoWhenOldNamesEndedSince(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE people (id int)");
        Goals goals = Goals.on(database, output);
        watched.migrate(goals, mapping("orders"));
        new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
        Compare compare = new Compare(goals.workplace());
        assertThat(compare.run().report().number()).isEqualTo(1);
        assertThat(compare.run().report().exact()).isTrue();
        watched.migrate(
                goals,
                Goals.parsed(
                        new MappingBuilder().tables("shop", "orders", "people").build()));
        assertThat(compare.run().report().number()).isEqualTo(3);
        assertThat(compare.run().report().comparison().tables())
                .extracting(t -> t.table().sql())
                .containsExactly("public.people");
        assertThat(goals.verify(
                                Goals.parsed(new MappingBuilder()
                                        .tables("shop", "orders", "people")
                                        .build()),
                                Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        assertThat(watched.warnings()).isEmpty();
    }

    @PostgresTest
    void whatCannotBeKeptIsAWarningAndTheMigrationStands(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = Goals.on(database, output);
        watched.observe(goals);
        database.execute(
                "CREATE FUNCTION compare_stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                        + "CREATE TRIGGER stop BEFORE INSERT ON schemasplit.observation FOR EACH ROW EXECUTE FUNCTION compare_stop()");
        watched.migrate(goals, mapping("orders"));
        assertThat(watched.warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("was not kept")
                .contains("trigger stop");
        assertThat(goals.history()).hasSize(1);
    }
}
