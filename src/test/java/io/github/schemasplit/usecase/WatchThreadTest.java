package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.OwnSessions;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The thread and the connection that watching has. */
class WatchThreadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final WatchedGoals watched = new WatchedGoals();

    @TempDir
    private Path output;

    @PostgresTest
    void whatHasOnlyBegunIsNotWaitedForAndHangsUp(TestDatabase database) {
        watch(database).close();
        Watch watch = watch(database);
        watch.begin();
        watch.close();

        // Its thread ends once it has hung up.
        long end = System.nanoTime() + LONG.toNanos();
        while (isAtWork()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        OwnSessions.await(database, 0);
        assertThat(watched.warnings()).isEmpty();
    }

    @PostgresTest
    void afterAnotherRunItLooksOnceMore(TestDatabase database) {
        String later;
        try (Watch watch = watch(database)) {
            watch.begin();
            watch.await();
            later = database.query("SELECT clock_timestamp()").get(0);
            watch.outdate();
            watch.await();
            watch.begin();
            watch.keep(Optional.empty());
        }
        assertThat(database.query("SELECT taken_at > '" + later + "' FROM schemasplit.observation"))
                .containsExactly("t");
        assertThat(watched.warnings()).isEmpty();
    }

    @PostgresTest
    void aConnectionThatIsLostBeforeItIsKeptIsOpenedAgain(TestDatabase database) {
        try (Watch watch = watch(database)) {
            watch.begin();
            watch.await();
            assertThat(OwnSessions.end(database)).isEqualTo(1);
            watch.keep(Optional.empty());
        }
        assertThat(watched.warnings()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM schemasplit.observation"))
                .containsExactly("1");
    }

    private static boolean isAtWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("schema-watch"));
    }

    private Watch watch(TestDatabase database) {
        return watched.watch(Goals.on(database, output));
    }
}
