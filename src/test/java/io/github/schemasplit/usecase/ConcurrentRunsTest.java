package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RowLockHolder;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentRunsTest {
    private static final Persistence PATIENT = new Persistence(
            Goals.PERSISTENCE.timeouts(), 100, Goals.PERSISTENCE.deadline(), Goals.PERSISTENCE.blockers());

    private static final ParsedMapping MAPPING =
            Goals.parsed(new MappingBuilder().tables("shop", "orders", "items").build());

    @TempDir
    private Path output;

    private final AtomicInteger waited = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    /** The first holds the advisory lock while it waits for a row's. */
    @PostgresTest(takesLong = true)
    void theSecondOfTwoWaitsForTheFirstAndHasNothingToDo(TestDatabase database) throws Exception {
        fill(database);
        // Else a lock is waited for no longer than the server waits before it looks for deadlocks.
        database.execute("ALTER DATABASE " + database.name() + " SET deadlock_timeout = '1min'");
        Workplace workplace = Goals.on(database, output).workplace();
        Persistence waiting = new Persistence(
                new Timeouts(Duration.ofSeconds(20), Duration.ofMinutes(1)),
                1,
                Duration.ofMinutes(1),
                BlockerPolicy.WAIT);
        RowLockHolder holder = RowLockHolder.hold(database.url(), "items", Duration.ofMinutes(1));
        try {
            Future<Migrate.Result> first = threads.submit(
                    () -> new Migrate(workplace, AllowedHazards.NONE, waiting, new Counting()).run(MAPPING));
            awaitOne(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND NOT granted");
            Future<Migrate.Result> second = threads.submit(
                    () -> new Migrate(workplace, AllowedHazards.NONE, PATIENT, new Counting()).run(MAPPING));
            while (waited.get() == 0) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(second.isDone()).isFalse();
            holder.close();
            assertThat(first.get().migration())
                    .hasValueSatisfying(m -> assertThat(m.attempts()).isEqualTo(1));
            assertThat(second.get().migration()).isEmpty();
        } finally {
            holder.close();
            threads.shutdownNow();
        }
        assertThat(waited).hasValue(1);
        assertThat(changed).hasValue(0);
        assertMigratedOnce(database);
    }

    @PostgresTest(takesLong = true)
    void ofTwoAtTheSameMomentOneWorks(@Sample TestDatabase database) throws Exception {
        Workplace workplace = Goals.on(database, output).workplace();
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<Optional<Applied>>> both = Stream.of(1, 2)
                    .map(i -> threads.submit(() -> {
                        start.await();
                        return new Migrate(workplace, AllowedHazards.NONE, PATIENT, new Counting())
                                .run(SampleDatabase.mapping())
                                .migration();
                    }))
                    .toList();
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .filteredOn(Optional::isPresent)
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        Goals goals = Goals.on(database, output);
        assertThat(goals.history()).extracting(JournalEntry::action).containsExactly(JournalAction.MIGRATE);
        assertThat(goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED).findings())
                .isEmpty();
    }

    @PostgresTest(takesLong = true)
    void anothersDdlElsewhereMakesItPlanAgainOrStop(TestDatabase database) throws Exception {
        fill(database);
        database.execute("CREATE SCHEMA elsewhere");
        Goals goals = Goals.on(database, output);
        List<String> before = tables(database);
        AtomicBoolean stopped = new AtomicBoolean();
        Future<Integer> others = threads.submit(() -> ddl(database, stopped));
        try {
            String end = endOf(goals);
            if (end.isEmpty()) {
                assertMigratedOnce(database);
            } else {
                assertThat(end).contains("Nothing was changed").containsAnyOf("Run the goal again", "schema.");
                assertThat(tables(database)).isEqualTo(before);
                assertThat(goals.history()).isEmpty();
            }
            System.out.println("Migrating among others' DDL, " + database.server() + ": planned again " + changed
                    + " times, " + (end.isEmpty() ? "made" : "stopped: " + end));
        } finally {
            stopped.set(true);
        }
        assertThat(others.get()).isPositive();
        threads.shutdownNow();
        // Once they are quiet it goes through, or has.
        new Migrate(goals.workplace(), AllowedHazards.NONE, PATIENT, ChangeListener.NONE).run(MAPPING);
        assertMigratedOnce(database);
        // What was read after COMMIT may hold what they dropped since.
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings())
                .allSatisfy(f -> assertThat(f.subject()).contains("elsewhere"));
    }

    /** Empty when it is made; else why it stopped. */
    private String endOf(Goals goals) {
        try {
            Migrate.Result result =
                    new Migrate(goals.workplace(), AllowedHazards.NONE, PATIENT, new Counting()).run(MAPPING);
            assertThat(result.migration())
                    .hasValueSatisfying(m -> assertThat(m.doubts())
                            .allSatisfy(d -> assertThat(d.subject()).contains("elsewhere")));
            return "";
        } catch (GoalStoppedException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Creates, changes and drops a table and a view until told to stop; says how often. */
    private static int ddl(TestDatabase database, AtomicBoolean stopped) throws SQLException, InterruptedException {
        int rounds = 0;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!stopped.get()) {
                statement.execute("CREATE TABLE elsewhere.t (id serial PRIMARY KEY)");
                statement.execute("ALTER TABLE elsewhere.t ADD note text");
                statement.execute("CREATE VIEW elsewhere.v AS SELECT note FROM elsewhere.t");
                statement.execute("DROP VIEW elsewhere.v");
                statement.execute("DROP TABLE elsewhere.t");
                TimeUnit.MILLISECONDS.sleep(5);
                rounds++;
            }
        }
        return rounds;
    }

    private static void awaitOne(TestDatabase database, String query) throws InterruptedException {
        while (!database.query(query).equals(List.of("1"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void assertMigratedOnce(TestDatabase database) {
        assertThat(tables(database)).containsExactly("public.other", "shop.items", "shop.orders");
        assertThat(Goals.on(database, output).history())
                .extracting(JournalEntry::action)
                .containsExactly(JournalAction.MIGRATE);
    }

    private static List<String> tables(TestDatabase database) {
        return database.query("SELECT schemaname || '.' || tablename FROM pg_tables"
                + " WHERE schemaname IN ('public', 'shop') ORDER BY 1");
    }

    private static void fill(TestDatabase database) {
        database.execute(
                "CREATE TABLE orders (id int); CREATE TABLE items (id serial, note text); CREATE TABLE other (id int);"
                        + "INSERT INTO items DEFAULT VALUES");
    }

    private final class Counting implements ChangeListener {
        @Override
        public void on(Event event) {
            if (event instanceof Event.OtherRun other) {
                assertThat(other.holder()).contains("pid ", "schema-maven-plugin");
                waited.incrementAndGet();
            } else if (event instanceof Event.CatalogChanged) {
                changed.incrementAndGet();
            }
        }
    }
}
