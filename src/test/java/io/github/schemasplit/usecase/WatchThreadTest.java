package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The thread and the connection that watching has. */
class WatchThreadTest {
    private static final String SESSIONS = " FROM pg_stat_activity WHERE datname = current_database()"
            + " AND application_name LIKE 'schema-maven-plugin%'";

    private final WatchedGoals watched = new WatchedGoals();

    @TempDir
    private Path output;

    @PostgresTest
    void whatHasOnlyBegunIsNotWaitedForAndHangsUp(TestDatabase database) throws Exception {
        watch(database).close();
        Watch watch = watch(database);
        watch.begin();
        watch.close();

        // Its thread ends once it has hung up, and the server's a moment later.
        for (int tries = 0; (isAtWork() || !sessions(database).isEmpty()) && tries < 400; tries++) {
            Thread.sleep(50);
        }
        assertThat(isAtWork()).isFalse();
        assertThat(sessions(database)).isEmpty();
        assertThat(watched.warnings()).isEmpty();
    }

    @PostgresTest
    void afterAnotherRunItLooksOnceMore(TestDatabase database) throws SQLException {
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
    void aConnectionThatIsLostBeforeItIsKeptIsOpenedAgain(TestDatabase database) throws SQLException {
        try (Watch watch = watch(database)) {
            watch.begin();
            watch.await();
            assertThat(database.query("SELECT pg_terminate_backend(pid)" + SESSIONS))
                    .containsExactly("t");
            watch.keep(Optional.empty());
        }
        assertThat(watched.warnings()).isEmpty();
        assertThat(database.query("SELECT count(*) FROM schemasplit.observation"))
                .containsExactly("1");
    }

    private static List<String> sessions(TestDatabase database) throws SQLException {
        return database.query("SELECT query" + SESSIONS);
    }

    private static boolean isAtWork() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("schema-watch"));
    }

    private Watch watch(TestDatabase database) {
        return watched.watch(Goals.on(database, output));
    }
}
