package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.BusyClients;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RowLockHolder;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.testing.Waits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients read all tables all the time, with the default timeouts, and the server ends the read of whoever is shut out for longer than
 * these allow. {@code -Dtest.busy.seconds=60} has the holder hold for so long.
 */
class BusyDatabaseTest {
    private static final Duration HELD = Duration.ofSeconds(Integer.getInteger("test.busy.seconds", 6));

    private static final Persistence PATIENT =
            new Persistence(Timeouts.DEFAULT, 1000, HELD.plusMinutes(2), BlockerPolicy.WAIT);

    private static final List<String> TABLES =
            IntStream.rangeClosed(1, 10).mapToObj(i -> "busy_" + i).toList();

    private static final ParsedMapping MAPPING = Goals.parsed(
            new MappingBuilder().tables("shop", TABLES.toArray(String[]::new)).build());

    @TempDir
    private Path output;

    private final List<String> reasons = new ArrayList<>();

    @PostgresTest(takesLong = true)
    void nobodyWaitsForLongWhileARowIsLocked(TestDatabase database) throws Exception {
        filled(database);
        try (RowLockHolder holder = RowLockHolder.hold(database.url(), "busy_5", HELD)) {
            Applied applied = migrateAmongReaders(database, busy -> assertIsNamed(holder, busy.reason()));
            assertThat(holder.isHolding()).isFalse();
            assertThat(applied.attempts()).isGreaterThan(3);
        }
        assertThat(reasons).allSatisfy(r -> assertThat(r).contains("public.busy_5"));
    }

    /** Whoever lets go while one looks for him can not be named; whoever holds on is. */
    private static void assertIsNamed(RowLockHolder holder, String reason) {
        if (!holder.isLettingGo()) {
            assertThat(reason).contains("the lock is held by pid ");
        }
    }

    @Test
    void nobodyWaitsForLongWhileRowsAreLockedInTurns() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (TestDatabase database = filled(TestServer.newest().createDatabase());
                RowLockHolder first = RowLockHolder.hold(database.url(), TABLES.get(0), Duration.ofSeconds(3))) {
            Future<List<RowLockHolder>> others = thread.submit(() -> holdInTurns(database));
            Applied applied = migrateAmongReaders(database, busy -> {});
            assertThat(first.isHolding()).isFalse();
            assertThat(applied.attempts()).isGreaterThan(1);
            others.get().forEach(RowLockHolder::close);
        } finally {
            thread.shutdownNow();
        }
    }

    /** Each begins before the one before it ends, and holds for one to three seconds. */
    private static List<RowLockHolder> holdInTurns(TestDatabase database) throws Exception {
        List<RowLockHolder> holders = new ArrayList<>();
        for (int i = 1; i < TABLES.size(); i++) {
            TimeUnit.MILLISECONDS.sleep(500);
            holders.add(RowLockHolder.hold(database.url(), TABLES.get(i), Duration.ofSeconds(1 + i % 3)));
        }
        return holders;
    }

    private Applied migrateAmongReaders(TestDatabase database, Consumer<Event.Busy> held) throws Exception {
        Workplace workplace = Goals.on(database, output).workplace();
        ChangeListener listener = event -> {
            if (event instanceof Event.Busy busy) {
                reasons.add(busy.reason());
                held.accept(busy);
                assertThat(busy.attempt()).isEqualTo(reasons.size());
                assertThat(busy.took()).isPositive();
            }
        };
        Applied applied;
        Map<String, Waits> waits;
        try (BusyClients clients =
                BusyClients.reading(database.url(), TABLES, PATIENT.timeouts().shut())) {
            applied = new Migrate(workplace, AllowedHazards.NONE, PATIENT, listener)
                    .run(MAPPING)
                    .migration()
                    .orElseThrow();
            waits = clients.stop();
        }
        System.out.println(
                "Reading while a migration of " + applied.attempts() + " attempts goes on, " + database.server()
                        + ": "
                        + waits.entrySet().stream()
                                .map(w -> w.getKey() + " at most "
                                        + w.getValue().maximum().toMillis() + " ms")
                                .collect(Collectors.joining(", ")));
        assertThat(applied.attempts()).isEqualTo(reasons.size() + 1);
        assertThat(applied.failed()).hasSameSizeAs(reasons);
        assertThat(applied.shut())
                .hasSize(TABLES.size())
                .allSatisfy(
                        s -> assertThat(s.time()).isLessThan(PATIENT.timeouts().shut()));
        assertThat(waits.keySet()).containsExactlyInAnyOrderElementsOf(TABLES);
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'shop'"))
                .containsExactly(String.valueOf(TABLES.size()));
        return applied;
    }

    /** Everybody finds the tables by their names alone, before and after. */
    private static TestDatabase filled(TestDatabase database) {
        database.execute(TABLES.stream()
                        .map(t -> "CREATE TABLE " + t + " (id int PRIMARY KEY); INSERT INTO " + t + " VALUES (1);")
                        .collect(Collectors.joining())
                + "ALTER DATABASE " + database.name() + " SET search_path = public, shop");
        return database;
    }
}
