package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;

/** Others write a routine while it gets another body: what they wrote is not lost. */
class RoutineWritersTest {
    private static final ParsedMapping MAPPING = Goals.parsed(new MappingBuilder()
            .tables("shop", "orders")
            .routineBodies(RoutineBodies.REWRITE)
            .build());

    private static final ParsedMapping PATHS = Goals.parsed(new MappingBuilder()
            .tables("shop", "orders")
            .routineBodies(RoutineBodies.SEARCH_PATH)
            .build());

    private static final String ANOTHER_PATH = "ALTER FUNCTION public.counted() SET search_path = public, pg_temp";

    private static final String PATH = "SELECT proconfig FROM pg_proc WHERE proname = 'counted'";

    private static final String ANOTHER =
            "CREATE OR REPLACE FUNCTION public.counted() RETURNS bigint LANGUAGE sql AS 'SELECT 7 + count(*) FROM orders'";

    @TempDir
    private Path output;

    private final List<String> told = new ArrayList<>();

    @PostgresTest
    void aRoutineThatIsReplacedWhileItIsPlannedIsPlannedAgain(TestDatabase database) {
        create(database);
        assertThat(migrate(database, ANOTHER).migration()).isPresent();
        assertThat(told)
                .containsExactly("Others changed the database's schema meanwhile (routine public.counted() is changed):"
                        + " planned again.");
        assertThat(database.query("SELECT counted()")).containsExactly("7");
    }

    @PostgresTest
    void aRoutineThatNeedsNothingAndIsReplacedMeanwhileIsPlannedAgain(TestDatabase database) {
        create(database);
        String other =
                "CREATE OR REPLACE FUNCTION names_nothing() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'";
        assertThat(migrate(database, other).migration()).isPresent();
        assertThat(told).singleElement().asString().contains("(routine public.names_nothing() is changed)");
        assertThat(database.query("SELECT names_nothing()")).containsExactly("0");
    }

    @PostgresTest
    void aWriterThatCommitsWhileWeWaitForItIsNotOverwritten(TestDatabase database) throws Exception {
        create(database);
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute(ANOTHER);
            CompletableFuture<Migrate.Result> migration =
                    CompletableFuture.supplyAsync(() -> migrate(database, "SELECT 1"));
            awaitWaiting(database, 1);
            other.commit();
            assertThat(migration.join().migration())
                    .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(2));
        }
        assertThat(database.query("SELECT counted()")).containsExactly("7");
    }

    @PostgresTest
    void aPathThatIsSetWhileItIsPlannedIsPlannedAgain(TestDatabase database) {
        create(database);
        assertThat(migrate(database, PATHS, ANOTHER_PATH).migration()).isPresent();
        assertThat(told).singleElement().asString().contains("(routine public.counted() is changed)");
        assertThat(database.query(PATH)).containsExactly("{\"search_path=public, shop, pg_temp\"}");
        assertThat(database.query("SELECT counted()")).containsExactly("0");
    }

    /** Neither a path nor a body of his, whichever of the two is ours to change. */
    @PostgresTest
    void aPathOrABodyThatIsCommittedWhileWeWaitForItIsNotOverwritten(TestDatabase database) throws Exception {
        for (ParsedMapping mapping : List.of(PATHS, MAPPING)) {
            for (String done : List.of(ANOTHER, ANOTHER_PATH)) {
                try (TestDatabase fresh = database.server().createDatabase();
                        Connection other = fresh.connect()) {
                    create(fresh);
                    other.setAutoCommit(false);
                    other.createStatement().execute(done);
                    CompletableFuture<Migrate.Result> migration =
                            CompletableFuture.supplyAsync(() -> migrate(fresh, mapping, "SELECT 1"));
                    awaitWaiting(fresh, 1);
                    other.commit();
                    assertThat(migration.join().migration())
                            .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(2));
                    assertThat(fresh.query("SELECT counted()")).containsExactly(done.equals(ANOTHER) ? "7" : "0");
                    String path = mapping == PATHS ? "public, shop" : "public";
                    assertThat(fresh.query(PATH))
                            .containsExactly(
                                    done.equals(ANOTHER_PATH)
                                            ? "{\"search_path=" + path + ", pg_temp\"}"
                                            : mapping == PATHS
                                                    ? "{\"search_path=\\\"$user\\\", public, shop\"}"
                                                    : "null");
                }
            }
        }
    }

    @PostgresTest
    void aWriterThatComesBetweenPinAndAnotherPathIsRefused(TestDatabase database) throws Exception {
        create(database);
        holdAtPins(database);
        try (Connection holder = database.connect();
                Connection other = database.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT pg_advisory_xact_lock(7)");
            CompletableFuture<Migrate.Result> migration =
                    CompletableFuture.supplyAsync(() -> migrate(database, PATHS, "SELECT 1"));
            awaitWaiting(database, 1);
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> execute(other, ANOTHER_PATH));
            awaitWaiting(database, 2);
            holder.commit();
            assertThat(migration.join().migration())
                    .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(1));
            assertThatThrownBy(written::join).hasMessageContaining("tuple concurrently updated");
        }
        assertThat(database.query(PATH)).containsExactly("{\"search_path=\\\"$user\\\", public, shop\"}");
    }

    @PostgresTest
    void aWriterThatComesBetweenPinAndReplacementIsRefused(TestDatabase database) throws Exception {
        create(database);
        holdAtPins(database);
        try (Connection holder = database.connect();
                Connection other = database.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT pg_advisory_xact_lock(7)");
            CompletableFuture<Migrate.Result> migration =
                    CompletableFuture.supplyAsync(() -> migrate(database, "SELECT 1"));
            awaitWaiting(database, 1);
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> execute(other, ANOTHER));
            awaitWaiting(database, 2);
            holder.commit();
            assertThat(migration.join().migration())
                    .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(1));
            assertThatThrownBy(written::join).hasMessageContaining("tuple concurrently updated");
        }
        assertThat(database.query("SELECT counted()")).containsExactly("0");
    }

    /** Neither before the change, where it would count as one that fails anyway, nor after it. */
    @PostgresTest
    void aTableThatOthersHaveShutMakesNoRoutineFail(TestDatabase database) throws Exception {
        create(database);
        database.execute(
                "CREATE TABLE users (id int); CREATE OR REPLACE FUNCTION counted() RETURNS bigint LANGUAGE sql AS"
                        + " 'SELECT count(*) FROM orders, users'");
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE users");
            assertThatThrownBy(() -> Goals.on(database, output).migrate(MAPPING))
                    .hasMessageContaining("lock timeout")
                    .hasMessageNotContaining("would fail");
            other.rollback();
        }
        assertThat(Goals.on(database, output).migrate(MAPPING).migration()).isPresent();
    }

    private static void holdAtPins(TestDatabase database) {
        database.execute("CREATE FUNCTION hold() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'ALTER ROUTINE' THEN PERFORM pg_advisory_xact_lock(7); END IF; END $$;"
                + "CREATE EVENT TRIGGER hold ON ddl_command_end EXECUTE FUNCTION hold()");
    }

    private static void create(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int);"
                + "CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders';"
                + "CREATE FUNCTION names_nothing() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'");
    }

    /** Migrates, and has another session do something once, when the first plan is made. */
    private Migrate.Result migrate(TestDatabase database, String meanwhile) {
        return migrate(database, MAPPING, meanwhile);
    }

    private Migrate.Result migrate(TestDatabase database, ParsedMapping mapping, String meanwhile) {
        List<String> toDo = new ArrayList<>(List.of(meanwhile));
        ChangeListener listener = event -> {
            if (event instanceof Event.Attempt) {
                toDo.forEach(database::execute);
                toDo.clear();
            } else if (event instanceof Event.CatalogChanged) {
                told.addAll(event.lines());
            }
        };
        Persistence patient = new Persistence(
                new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(40)),
                3,
                Duration.ofMinutes(1),
                BlockerPolicy.WAIT);
        return new Migrate(Goals.on(database, output).workplace(), AllowedHazards.NONE, patient, listener).run(mapping);
    }

    private static void awaitWaiting(TestDatabase database, int sessions) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (database.query("SELECT FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND wait_event_type = 'Lock'")
                                .size()
                        < sessions
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void execute(Connection connection, String sql) {
        try {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
