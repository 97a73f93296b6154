package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PgBouncer;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;

/** Somebody holds a lock on what is read, so that reading it takes for ever. */
class StatementTimeoutTest {
    private static final ParsedMapping MAPPING =
            Goals.parsed(new MappingBuilder().tables("shop", "orders").build());

    @TempDir
    private Path output;

    @PostgresTest
    void everyGoalThatReadsTheCatalogEndsAndNamesTheProperty(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = limited(database, Duration.ofMillis(300));
        goals.migrate(MAPPING);
        try (Connection locking = database.connect()) {
            // No session opens it to begin; many another catalog is opened for that, after a vacuum of one of them.
            lock(locking, "pg_catalog.pg_policy");
            Map<String, ThrowingCallable> all = Map.of(
                    "analyze",
                    () -> new Analyze(goals.workplace(), ChangeListener.NONE)
                            .run(MAPPING.mapping().orElseThrow()),
                    "generate",
                    () -> goals.generate(MAPPING, Optional.empty()),
                    "migrate",
                    () -> goals.migrate(MAPPING),
                    "verify",
                    () -> goals.verify(MAPPING, Expectation.MIGRATED),
                    "rollback",
                    goals::rollback);
            all.forEach((goal, run) -> assertEnds(goal, run));
        }
        goals.rollback();
    }

    @PostgresTest
    void everyGoalThatReadsTheJournalEndsToo(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = limited(database, Duration.ofMillis(300));
        goals.migrate(MAPPING);
        try (Connection locking = database.connect()) {
            lock(locking, "schemasplit.migration");
            assertEnds("info", goals::history);
            assertEnds("verify", () -> goals.verify(MAPPING, Expectation.MIGRATED));
            assertEnds("rollback", goals::rollback);
            assertEnds("migrate", () -> goals.migrate(MAPPING));
        }
        assertThat(goals.history()).hasSize(1);
    }

    @PostgresTest
    void aTimeoutOfTheRoleIsReplaced(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE orders (id int)");
        Goals goals = limited(database, Duration.ofSeconds(30));
        goals.migrate(MAPPING);
        database.execute("ALTER DATABASE " + database.name() + " SET statement_timeout = '300ms'");
        try (Connection locking = database.connect()) {
            lock(locking, "schemasplit.migration");
            CompletableFuture<Void> release = CompletableFuture.runAsync(
                    () -> rollBack(locking), CompletableFuture.delayedExecutor(900, TimeUnit.MILLISECONDS));
            assertThat(goals.history()).hasSize(1);
            release.join();
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All transactions share one session of the server. */
    @PostgresTest
    void leavesNothingInAPoolersSession(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE orders (id int)");
        try (PgBouncer bouncer = PgBouncer.before(database.server(), 1, output);
                Connection other = DriverManager.getConnection(bouncer.url(database))) {
            Goals goals = limited(database, Duration.ofSeconds(30)).through(bouncer.port());
            goals.migrate(MAPPING);
            assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
            goals.rollback();
            assertThat(goals.history()).hasSize(2);
            try (ResultSet row = other.createStatement().executeQuery("SHOW statement_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("0");
            }
        }
    }

    private Goals limited(TestDatabase database, Duration time) {
        return Goals.on(database, output).within(new StatementTimeout(Optional.of(time)));
    }

    private static void assertEnds(String goal, ThrowingCallable run) {
        assertThatThrownBy(run)
                .as(goal)
                .isInstanceOf(GoalFailedException.class)
                .hasMessageContainingAll("statement timeout", "Nothing was changed", "schema.statementTimeout");
    }

    private static void lock(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        connection.createStatement().execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
}
