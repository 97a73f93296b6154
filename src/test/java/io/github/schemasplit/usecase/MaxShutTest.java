package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RowLockHolder;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is shut for longer than {@code schema.maxShut}, which counts from the first lock. */
class MaxShutTest {
    private static final List<String> TABLES =
            IntStream.rangeClosed(1, 6).mapToObj(i -> "t" + i).toList();

    private static final ParsedMapping MAPPING = Goals.parsed(
            new MappingBuilder().tables("shop", TABLES.toArray(String[]::new)).build());

    @TempDir
    private Path output;

    private final List<Event> events = new ArrayList<>();

    /** What came before the lock, and was no wait, has left less of the time than the lock may be waited for. */
    @PostgresTest(takesLong = true)
    void theLastLockIsWaitedForUntilTheTimeIsOver(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE t1 (id int); CREATE TABLE t2 (id int); INSERT INTO t2 VALUES (1);"
                + "ALTER DATABASE " + database.name() + " SET deadlock_timeout = '1min';"
                + "CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'ALTER TABLE' THEN PERFORM pg_sleep(0.6); END IF; END $$;"
                + "CREATE EVENT TRIGGER slow ON ddl_command_end EXECUTE FUNCTION slow()");
        ParsedMapping two =
                Goals.parsed(new MappingBuilder().tables("shop", "t1", "t2").build());
        try (RowLockHolder holder = RowLockHolder.hold(database.url(), "t2", Duration.ofMinutes(1))) {
            assertThat(holder.isHolding()).isTrue();
            assertThatThrownBy(() -> migrate(database, two, Duration.ofSeconds(20), Duration.ofSeconds(1), 2))
                    .hasMessageContainingAll(
                            "ALTER TABLE public.t2",
                            "canceling statement due to lock timeout",
                            "the lock is held by pid ");
        }
        assertThat(events.stream().filter(Event.Busy.class::isInstance).map(Event.Busy.class::cast))
                .singleElement()
                .satisfies(b -> assertThat(b.took()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(8)));
    }

    @PostgresTest(takesLong = true)
    void whatTakesLongerByItselfIsEndedToo(TestDatabase database) {
        fill(database);
        database.execute("CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'ALTER TABLE' THEN PERFORM pg_sleep(0.2); END IF; END $$;"
                + "CREATE EVENT TRIGGER slow ON ddl_command_end EXECUTE FUNCTION slow()");
        assertThatThrownBy(() -> migrate(database, Duration.ofMillis(200), Duration.ofMillis(700), 60))
                .hasMessageContainingAll(
                        "schema.maxShut allows, 700 ms, 5 times in a row. Nothing was changed. Allow more",
                        "by schema.batch=1000 or less");
        assertThat(events.stream().filter(Event.Busy.class::isInstance)).hasSize(4);
        assertThat(database.query("SELECT to_regnamespace('shop')")).containsExactly("null");
    }

    /** The journal is made before anything is locked that somebody else uses. */
    @PostgresTest(takesLong = true)
    void whatComesBeforeTheFirstLockDoesNotCount(TestDatabase database) {
        fill(database);
        database.execute("CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'CREATE TABLE' THEN PERFORM pg_sleep(1.5); END IF; END $$;"
                + "CREATE EVENT TRIGGER slow ON ddl_command_end EXECUTE FUNCTION slow()");
        assertThat(migrate(database, Duration.ofMillis(200), Duration.ofSeconds(1), 1)
                        .migration())
                .hasValueSatisfying(m -> assertThat(m.shut())
                        .allSatisfy(s -> assertThat(s.time()).isLessThan(Duration.ofSeconds(1))));
    }

    @PostgresTest(takesLong = true)
    void aLockIsWaitedForNoLongerThanTheServerWaitsBeforeItLooksForDeadlocks(TestDatabase database) throws Exception {
        fill(database);
        database.execute("ALTER DATABASE " + database.name() + " SET deadlock_timeout = '100ms'");
        try (RowLockHolder holder = RowLockHolder.hold(database.url(), "t3", Duration.ofMinutes(1))) {
            assertThat(holder.isHolding()).isTrue();
            assertThatThrownBy(() -> migrate(database, Duration.ofSeconds(30), Duration.ofMinutes(1), 2))
                    .hasMessageContaining("canceling statement due to lock timeout");
        }
        assertThat(events.stream()
                        .filter(Event.LockTimeoutLowered.class::isInstance)
                        .flatMap(e -> e.lines().stream()))
                .containsExactly("schema.lockTimeout is 30.0 s, which is not below the server's deadlock_timeout of"
                        + " 100 ms: 90 ms are used, so that in a deadlock this goal gives way and no client does.");
    }

    private Migrate.Result migrate(TestDatabase database, Duration lock, Duration shut, int attempts) {
        return migrate(database, MAPPING, lock, shut, attempts);
    }

    private Migrate.Result migrate(
            TestDatabase database, ParsedMapping mapping, Duration lock, Duration shut, int attempts) {
        Persistence persistence =
                new Persistence(new Timeouts(lock, shut), attempts, Duration.ofMinutes(1), BlockerPolicy.WAIT);
        return new Migrate(Goals.on(database, output).workplace(), AllowedHazards.NONE, persistence, events::add)
                .run(mapping);
    }

    private static void fill(TestDatabase database) {
        database.execute(TABLES.stream()
                .map(t -> "CREATE TABLE " + t + " (id int); INSERT INTO " + t + " VALUES (1);")
                .collect(Collectors.joining()));
    }
}
