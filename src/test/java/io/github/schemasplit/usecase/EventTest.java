package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.Blocker;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RowLockHolder;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTest {
    private static final ParsedMapping MAPPING =
            Goals.parsed(new MappingBuilder().tables("shop", "orders", "items").build());

    @TempDir
    private Path output;

    @Test
    void saysWhatAnAttemptDoes() {
        assertThat(new Event.Attempt(1, 75, 69).underWay()).contains("attempt 1 (75 statements, 69 relations to lock)");
        assertThat(new Event.Attempt(2, 1, 1).underWay()).contains("attempt 2 (1 statement, 1 relation to lock)");
    }

    @Test
    void saysWhatWasInTheWayAndHowItGoesOn() {
        Event busy = new Event.Busy(
                3, Duration.ofMillis(203), "ALTER TABLE a failed: canceling statement", Duration.ofMillis(12_340));
        assertThat(busy.lines())
                .containsExactly(
                        "Attempt 3, of 203 ms: ALTER TABLE a failed: canceling statement. Nothing was changed; again in 12.3 s.");
        assertThat(busy.underWay()).contains("pausing before attempt 4");
        assertThat(busy.isWarning()).isFalse();
    }

    @Test
    void saysWhoBlocksAndWhoseSessionWasEnded() {
        Blocker dump =
                new Blocker(Blocker.Kind.DUMP, Optional.of(4711), Optional.of("pg_dump"), 12, List.of("public.orders"));
        Blocker idle = new Blocker(
                Blocker.Kind.IDLE_IN_TRANSACTION, Optional.of(4712), Optional.empty(), 3, List.of("public.items"));
        Event blocked = new Event.Blocked(List.of(dump, idle), List.of(idle));
        assertThat(blocked.isWarning()).isTrue();
        assertThat(blocked.lines())
                .containsExactly(
                        "In the way: a dump, pid 4711, 'pg_dump', for 12 s, on public.orders. To be done about it:"
                                + " wait for its end, and keep dumps and migrations apart.",
                        "In the way: idle in a transaction, pid 4712, for 3 s, on public.items. Its session was ended.");
    }

    /** From the connection to the last look, with one attempt that somebody is in the way of. */
    @PostgresTest
    void aMigrationTellsWhatItIsAt(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE items (id int); INSERT INTO items VALUES (1)");
        List<Event> events = new ArrayList<>();
        RowLockHolder holder = RowLockHolder.hold(database.url(), "items", Duration.ofMinutes(1));
        try {
            new Migrate(Goals.on(database, output).workplace(), AllowedHazards.NONE, Goals.PERSISTENCE, event -> {
                        events.add(event);
                        if (event instanceof Event.Busy) {
                            holder.close();
                        }
                    })
                    .run(MAPPING);
        } finally {
            holder.close();
        }
        assertThat(events.stream().flatMap(e -> e.underWay().stream()))
                .containsExactly(
                        "connecting",
                        "reading the catalog and planning",
                        "looking what is in the way",
                        "attempt 1 (3 statements, 2 relations to lock)",
                        "pausing before attempt 2",
                        "reading the catalog and planning",
                        "attempt 2 (3 statements, 2 relations to lock)",
                        "looking at the database again");
        assertThat(events).hasAtLeastOneElementOfType(Event.Busy.class).allSatisfy(e -> {
            if (e instanceof Event.Busy busy) {
                assertThat(busy.took()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(20));
            }
        });
    }

    @PostgresTest
    void aGoalThatReadsTellsWhatItIsAt(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE items (id int)");
        List<String> told = new ArrayList<>();
        new Analyze(Goals.on(database, output).workplace(), e -> e.underWay().ifPresent(told::add))
                .run(MAPPING.mapping().orElseThrow());
        assertThat(told).containsExactly("connecting", "reading the catalog", "analysing and planning");
    }
}
