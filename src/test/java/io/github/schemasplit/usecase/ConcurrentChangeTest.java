package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;

/** Others change the schema while it is migrated. */
class ConcurrentChangeTest {
    private static final ParsedMapping MAPPING =
            Goals.parsed(new MappingBuilder().tables("shop", "orders", "items").build());

    @TempDir
    private Path output;

    private final List<String> told = new ArrayList<>();

    @PostgresTest(takesLong = true)
    void whatOthersCommitWhileWeWaitForTheirLockIsNotBlamedOnUs(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE items (id int); CREATE TABLE orders (id int)");
        try (Connection other = database.connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("ALTER TABLE orders ADD COLUMN note text");
            CompletableFuture<Void> commit = CompletableFuture.runAsync(() -> commitOnceSomebodyWaits(database, other));
            Migrate.Result result = migrate(
                    database,
                    new Persistence(
                            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(40)),
                            3,
                            Duration.ofMinutes(1),
                            BlockerPolicy.WAIT));
            commit.join();
            assertThat(result.migration()).hasValueSatisfying(m -> {
                assertThat(m.attempts()).isEqualTo(2);
                assertThat(m.doubts()).isEmpty();
            });
        }
        assertThat(told)
                .containsExactly("Others changed the database's schema meanwhile (table public.orders is changed):"
                        + " planned again.");
        assertThat(Goals.on(database, output)
                        .verify(MAPPING, Expectation.MIGRATED)
                        .findings())
                .isEmpty();
        assertThat(database.query("SELECT count(note) FROM shop.orders")).containsExactly("0");
    }

    @PostgresTest(takesLong = true)
    void anEventTriggerThatDoesMoreEachTimeEndsIt(TestDatabase database) {
        database.execute("CREATE TABLE items (id int); CREATE TABLE orders (id int);"
                + "CREATE FUNCTION more() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'ALTER TABLE' AND pg_trigger_depth() = 0"
                + " AND NOT EXISTS (SELECT FROM pg_description WHERE objoid = 'public.more'::regproc) THEN"
                + "   COMMENT ON FUNCTION public.more() IS 'was here'; END IF; END $$;"
                + "CREATE EVENT TRIGGER more ON ddl_command_end EXECUTE FUNCTION more()");
        assertThatThrownBy(() -> migrate(database, Goals.PERSISTENCE))
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings())
                                .singleElement()
                                .satisfies(f ->
                                        assertThat(Goals.line(f)).contains("UNPLANNED_CHANGE", "pg_event_trigger")))
                .hasMessageContaining("rolled back");
        assertThat(told).hasSize(1);
        assertThat(database.query("SELECT to_regnamespace('shop'), to_regnamespace('schemasplit')"))
                .containsExactly("null|null");
    }

    @PostgresTest(takesLong = true)
    void changesThatDoNotEndAreNamedWhenItGivesUp(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE items (id int); CREATE TABLE orders (id int)");
        AtomicInteger made = new AtomicInteger();
        ChangeListener changing = event -> {
            if (event instanceof Event.Attempt) {
                database.execute("CREATE VIEW \"View " + made.incrementAndGet() + "\" AS SELECT 1");
            }
        };
        Migrate migrate =
                new Migrate(Goals.on(database, output).workplace(), AllowedHazards.NONE, Goals.PERSISTENCE, changing);
        assertThatThrownBy(() -> migrate.run(MAPPING))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContainingAll("times in a row", "view public.\"View 19\" is new", "Nothing was changed");
        assertThat(database.query("SELECT to_regnamespace('shop')")).containsExactly("null");
    }

    private Migrate.Result migrate(TestDatabase database, Persistence persistence) {
        ChangeListener counting = event -> {
            if (event instanceof Event.CatalogChanged) {
                told.addAll(event.lines());
            }
        };
        return new Migrate(Goals.on(database, output).workplace(), AllowedHazards.NONE, persistence, counting)
                .run(MAPPING);
    }

    private static void commitOnceSomebodyWaits(TestDatabase database, Connection other) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (database.query("SELECT FROM pg_locks WHERE NOT granted AND relation = 'orders'::regclass")
                        .isEmpty()
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        try {
            other.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
