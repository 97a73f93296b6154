package io.github.schemasplit.usecase;

import static io.github.schemasplit.usecase.WatchedGoals.compare;
import static io.github.schemasplit.usecase.WatchedGoals.find;
import static io.github.schemasplit.usecase.WatchedGoals.mapping;
import static io.github.schemasplit.usecase.WatchedGoals.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.ComparisonConsole;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.watch.ComparedStatement;
import io.github.schemasplit.watch.ComparedTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of what the server counts, and what is not, on a server where {@code pg_stat_statements} is at work. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class WatchTest {
    private static final String NOTE = "SELECT note FROM orders WHERE note = 'n'";

    private WatchedGoals watched;
    private TestServer server;
    private TestDatabase database;
    private Goals goals;

    @TempDir
    private Path output;

    @BeforeAll
    void startServer() {
        server = TestServer.another(
                Map.of("shared_preload_libraries", "pg_stat_statements", "pg_stat_statements.track", "all"));
    }

    @BeforeEach
    void createDatabase() {
        watched = new WatchedGoals();
        database = server.createDatabase();
        goals = Goals.on(database, output);
        database.execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE orders (id int, note text);"
                + "CREATE TABLE items (id int); INSERT INTO orders SELECT i, 'x' FROM generate_series(1, 1000) AS i");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    private void runNote(int times) {
        for (int i = 0; i < times; i++) {
            database.query(NOTE);
        }
    }

    private Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(database.url().replace("user=postgres", "user=" + role));
    }

    private static ComparedTable orders(Compare.Result result) {
        return result.report().comparison().tables().stream()
                .filter(t -> t.table().name().value().equals("orders"))
                .findFirst()
                .orElseThrow();
    }

    /** What tables go through is counted when a session ends, or a while later. */
    private void awaitScans(int scans) {
        for (int i = 0; i < 100; i++) {
            if (Integer.parseInt(database.query("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'orders' AND"
                                    + " relid IN (SELECT oid FROM pg_class WHERE relkind = 'r')")
                            .get(0))
                    >= scans) {
                return;
            }
            Waiting.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError("never " + scans + " scans");
    }

    @Test
    void whatIsCalledAsTheExtensionsAndIsNotIsNotAsked() throws SQLException {
        String attacker = database.name() + "_attacker";
        database.execute("DROP EXTENSION pg_stat_statements; CREATE EXTENSION pg_stat_statements VERSION '1.8';"
                + "GRANT CREATE ON SCHEMA public TO PUBLIC; CREATE ROLE " + attacker + " LOGIN");
        try (Connection connection = connect(attacker)) {
            connection
                    .createStatement()
                    .execute("CREATE FUNCTION public.evil() RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN"
                            + " IF current_user = 'postgres' THEN EXECUTE 'ALTER ROLE " + attacker + " SUPERUSER';"
                            + " END IF; RETURN now(); END $$;"
                            + " CREATE VIEW public.pg_stat_statements_info AS SELECT public.evil() AS stats_reset;"
                            + " GRANT SELECT ON public.pg_stat_statements_info TO PUBLIC");
        }
        runNote(2);
        watched.migrate(goals, mapping("orders"));
        assertThat(find(compare(goals), "note =").before().count()).isEqualTo(2);
        assertThat(database.query("SELECT rolsuper FROM pg_roles WHERE rolname = '" + attacker + "'"))
                .containsExactly("f");
        assertThat(watched.warnings()).isEmpty();
    }

    @Test
    void noConstantIsKept() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url() + "&prepareThreshold=1")) {
            PreparedStatement statement = connection.prepareStatement(
                    "SELECT note /* by alice */ FROM orders WHERE note = 'hunter2' AND id = ?");
            for (int i = 0; i < 3; i++) {
                statement.setInt(1, i);
                statement.executeQuery().close();
            }
            // The server has a statement's own text where it has forgotten that it knew it without constants.
            database.query("SELECT pg_stat_statements_reset()");
            statement.executeQuery().close();
            assertThat(database.query("SELECT query FROM pg_stat_statements"))
                    .anyMatch(query -> query.contains("hunter2"));
        }
        watched.observe(goals);
        assertThat(database.query("SELECT content FROM schemasplit.observation").get(0))
                .contains("SELECT note FROM orders WHERE note = $ AND id = $1")
                .doesNotContain("hunter2")
                .doesNotContain("alice");
    }

    @Test
    void requestsOfPostgrestAreCounted() {
        for (int i = 0; i < 2; i++) {
            database.query("WITH pgrst_source AS (SELECT \"public\".\"orders\".* FROM \"public\".\"orders\" LIMIT 1)"
                    + " SELECT pg_catalog.count(_postgrest_t) AS page_total, coalesce(json_agg(_postgrest_t), '[]') AS body"
                    + " FROM (SELECT * FROM pgrst_source) AS _postgrest_t");
        }
        watched.migrate(goals, mapping("orders"));
        assertThat(find(compare(goals), "pgrst_source").before().count()).isEqualTo(2);
    }

    @Test
    void oneTableWhoseCountersAreSetBackDoesNotConcernTheOthers() {
        runNote(100);
        awaitScans(100);
        watched.migrate(goals, mapping("orders", "items"));
        database.query("SELECT pg_stat_reset_single_table_counters('shop.items'::regclass)");
        int scans = Integer.parseInt(
                database.query("SELECT seq_scan FROM pg_stat_user_tables WHERE relid = 'shop.orders'::regclass")
                        .get(0));
        runNote(1);
        awaitScans(scans + 1);
        Compare.Result result = compare(goals);
        assertThat(orders(result).after().sequentialScans()).isBetween(1L, 50L);
        assertThat(result.report().comparison().tablesReset()).isPresent();
        assertThat(ComparisonConsole.lines(result.report())).anyMatch(line -> line.contains("were set back at"));
    }

    @Test
    void afterARollbackTheTimeBeforeTheNextMoveBeginsWithIt() {
        runNote(100);
        awaitScans(100);
        watched.migrate(goals, mapping("orders"));
        watched.rollback(goals);
        int scans = Integer.parseInt(
                database.query("SELECT seq_scan FROM pg_stat_user_tables WHERE relid = 'orders'::regclass")
                        .get(0));
        runNote(3);
        awaitScans(scans + 3);
        watched.migrate(goals, mapping("orders"));
        Compare.Result result = compare(goals);
        assertThat(result.report().number()).isEqualTo(3);
        assertThat(find(result, "note =").before().count()).isEqualTo(3);
        assertThat(orders(result).before().sequentialScans()).isBetween(3L, 50L);
        assertThat(watched.warnings()).isEmpty();
    }

    @Test
    void aRollbackThatNobodyLookedAtEndsNoTime() {
        runNote(10);
        watched.migrate(goals, mapping("orders"));
        runNote(10);
        goals.rollback();
        assertThatThrownBy(() -> compare(goals))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("before journal entry 2 was not kept");
        goals.migrate(mapping("orders"));
        // The look before the first move is not one before the second.
        assertThatThrownBy(() -> compare(goals))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("before journal entry 3 was not kept");
    }

    @Test
    void aLookOfOnesOwnIsTheBeginningAlsoAfterAnEarlierMove() {
        watched.migrate(goals, mapping("orders"));
        for (int i = 0; i < 5; i++) {
            database.query("SELECT id FROM items WHERE id = 1");
        }
        watched.observe(goals);
        database.query("SELECT id FROM items WHERE id = 1");
        watched.migrate(goals, mapping("orders", "items"));
        assertThat(find(compare(goals), "FROM items").before().count()).isEqualTo(1);
    }

    @Test
    void whatARoleCouldNotSeeBeforeIsNotNewWhenItCanSeeItLater() throws SQLException {
        String deployer = database.name() + "_deployer";
        String app = database.name() + "_app";
        database.execute("CREATE ROLE " + deployer + " LOGIN; CREATE ROLE " + app
                + " LOGIN; ALTER TABLE orders OWNER TO "
                + deployer + "; GRANT SELECT ON orders TO " + app + "; GRANT CREATE ON DATABASE " + database.name()
                + " TO " + deployer + "; GRANT CREATE, USAGE ON SCHEMA public TO " + deployer);
        runAs(app, 10);
        runAs(deployer, 2);
        watched.migrate(goals.as(deployer), mapping("orders"));
        runAs(app, 1);
        runAs(deployer, 1);
        database.execute("GRANT pg_read_all_stats TO " + deployer);
        Compare.Result result = new Compare(goals.as(deployer).workplace()).run();
        ComparedStatement note = find(result, "note =");
        assertThat(note.before().count()).isEqualTo(2);
        assertThat(note.after().count()).isEqualTo(1);
        assertThat(statements(result).only()).hasSize(1);
        assertThat(ComparisonConsole.lines(result.report()))
                .anyMatch(line -> line.contains("those of " + deployer + " alone"));
    }

    private void runAs(String role, int times) throws SQLException {
        try (Connection connection = connect(role)) {
            for (int i = 0; i < times; i++) {
                connection.createStatement().executeQuery(NOTE).close();
            }
        }
    }

    @Test
    void whatWasCountedBeforeAMoveThatIsInterruptedIsKept() {
        runNote(10);
        List<Event> ready = new ArrayList<>();
        assertThatThrownBy(() -> watched.migrateInBatches(goals, mapping("orders", "items"), event -> {
                    if (event instanceof Event.Ready) {
                        ready.add(event);
                        if (ready.size() == 2) {
                            throw new IllegalStateException("interrupted");
                        }
                    }
                }))
                .hasMessageContaining("interrupted");
        assertThat(goals.history()).hasSize(1);
        runNote(1);
        watched.migrateInBatches(goals, mapping("orders", "items"));
        ComparedStatement note = find(compare(goals), "note =");
        assertThat(note.before().count()).isEqualTo(10);
        assertThat(note.after().count()).isEqualTo(1);
        assertThat(watched.warnings()).isEmpty();
    }

    @Test
    void aCopyCountsByItself() {
        runNote(10);
        watched.migrate(goals, mapping("orders"));
        try (TestDatabase copy = server.createDatabase(database.name())) {
            Compare compare = new Compare(Goals.on(copy, output).workplace());
            assertThatThrownBy(compare::run)
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContaining("counts by itself");
        }
    }

    @Test
    void whatSomebodyWasGivenOnTheJournalStays() {
        String reader = database.name() + "_reader";
        goals.migrate(mapping("orders"));
        database.execute("CREATE ROLE " + reader + "; GRANT USAGE ON SCHEMA schemasplit TO " + reader
                + "; GRANT SELECT ON schemasplit.migration TO " + reader
                + "; ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO " + reader);
        watched.observe(goals);
        assertThat(database.query("SELECT has_schema_privilege('" + reader + "', 'schemasplit', 'USAGE'),"
                        + " has_table_privilege('" + reader + "', 'schemasplit.migration', 'SELECT'),"
                        + " has_table_privilege('" + reader + "', 'schemasplit.observation', 'SELECT')"))
                .containsExactly("t|t|f");
    }

    @Test
    void whereverAMemberMadeItTheTableIsTheJournalOwners() {
        String owner = database.name() + "_owner";
        String deployer = database.name() + "_deployer";
        database.execute("CREATE ROLE " + owner + " LOGIN; CREATE ROLE " + deployer + " LOGIN IN ROLE " + owner
                + "; ALTER TABLE orders OWNER TO " + owner + "; ALTER TABLE items OWNER TO " + owner
                + "; GRANT CREATE ON DATABASE " + database.name() + " TO " + owner
                + "; GRANT CREATE, USAGE ON SCHEMA public TO " + owner);
        goals.as(owner).migrate(mapping("orders"));
        watched.migrate(goals.as(deployer), mapping("orders", "items"));
        watched.rollback(goals.as(owner));
        assertThat(watched.warnings()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM schemasplit.observation"))
                .containsExactly("2");
        assertThat(
                        database.query(
                                "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'schemasplit.observation'::regclass"))
                .containsExactly(owner);
    }

    @Test
    void whoKeepsTheTableToHimselfKeepsNoGoalWaiting() throws SQLException {
        watched.observe(goals);
        try (Connection connection = database.connect();
                Watch watch = watched.watch(goals)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE schemasplit.observation");
            watch.begin();
            watch.keep(Optional.empty());
        }
        assertThat(watched.warnings())
                .hasSize(1)
                .first()
                .asString()
                .contains("lock timeout")
                .contains("schema.observe=false");
    }

    @Test
    void aRoleOfOneConnectionIsToldOnceAndMigrates() {
        String one = database.name() + "_one";
        database.execute("CREATE ROLE " + one + " LOGIN CONNECTION LIMIT 1; ALTER TABLE orders OWNER TO " + one
                + "; ALTER TABLE items OWNER TO " + one + "; GRANT CREATE ON DATABASE " + database.name() + " TO " + one
                + "; GRANT CREATE, USAGE ON SCHEMA public TO " + one);
        watched.migrateInBatches(goals.as(one), mapping("orders", "items"));
        assertThat(goals.as(one).history()).hasSize(2);
        assertThat(watched.warnings()).hasSize(1).first().asString().contains("schema.observe=false");
    }

    @Test
    void whatTheJournalLetsGoOfIsForgotten() {
        ParsedMapping first =
                Goals.parsed(new MappingBuilder().tables("shop", "orders").build());
        watched.migrateKeeping(goals, first, Duration.ofDays(90));
        database.execute("UPDATE schemasplit.migration SET applied_at = applied_at - interval '91 d';"
                + "UPDATE schemasplit.observation SET taken_at = taken_at - interval '91 d'");
        ParsedMapping second = Goals.parsed(
                new MappingBuilder().tables("shop", "orders", "items").build());
        watched.migrateKeeping(goals, second, Duration.ofDays(90));
        assertThat(goals.history().get(0).letGo()).isTrue();
        watched.observe(goals);
        assertThat(database.query("SELECT count(*) FROM schemasplit.observation"))
                .containsExactly("2");
        assertThat(compare(goals).report().number()).isEqualTo(2);
    }
}
