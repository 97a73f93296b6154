package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that has few locks: 20 transactions of 10. */
class LockLimitTest {
    private static final ParsedMapping MAPPING =
            Goals.parsed(new MappingBuilder().tables("shop", "*").build());

    private static TestServer server;

    @TempDir
    private Path output;

    @BeforeAll
    static void start() {
        server = TestServer.another(
                Map.of("max_locks_per_transaction", "10", "max_connections", "20", "max_prepared_transactions", "0"));
    }

    @Test
    void whatIsTooLargeForOneTransactionIsRefusedOrCut() {
        try (TestDatabase database = server.createDatabase()) {
            for (int i = 0; i < 130; i++) {
                database.execute("CREATE TABLE t" + i + " (id int GENERATED ALWAYS AS IDENTITY)");
            }
            Goals goals = Goals.on(database, output);
            assertThatThrownBy(() -> migrate(goals, Batching.OFF))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContainingAll(
                            "needs 260 locks, and the server has room for 200",
                            "Nothing was changed",
                            "schema.batch=auto",
                            "max_locks_per_transaction of the server, which is 10, to 1");
            assertThat(goals.history()).isEmpty();
            assertThat(migrate(goals, Batching.AUTO).batches()).hasSizeGreaterThan(3);
            goals.rollback();
            assertThat(database.query("SELECT to_regnamespace('shop')")).containsExactly("null");
        }
    }

    @Test
    void whatCanNotBePartedIsRefusedBeforeAnythingIsTried() {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE a (id int); CREATE TABLE events (id int) PARTITION BY LIST (id)");
            for (int i = 0; i < 210; i++) {
                database.execute("CREATE TABLE events_" + i + " PARTITION OF events FOR VALUES IN (" + i + ")");
            }
            Goals goals = Goals.on(database, output);
            assertThatThrownBy(() -> migrate(goals, Batching.AUTO))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContainingAll(
                            "table public.events, moved in one transaction with 210 other objects, needs 211 locks",
                            "They can not be parted: set max_locks_per_transaction");
            assertThat(goals.history()).isEmpty();
        }
    }

    /** Batches have made more views than one transaction can drop. */
    @Test
    void oldNamesThatAreTooManyForOneTransactionAreNotEndedAtOnce() {
        try (TestDatabase database = server.createDatabase()) {
            for (int i = 0; i < 210; i++) {
                database.execute("CREATE TABLE t" + i + " (id int)");
            }
            Goals goals = Goals.on(database, output);
            ParsedMapping views = Goals.parsed(new MappingBuilder()
                    .compatibility(Compatibility.VIEWS)
                    .tables("shop", "*")
                    .build());
            assertThat(migrate(goals, views, Batching.AUTO).batches()).hasSizeGreaterThan(3);
            assertThatThrownBy(() -> contract(goals))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContainingAll(
                            "Ending 210 old names in one transaction needs 210 locks, and the server has room for 200",
                            "Nothing was changed",
                            "Name fewer at a time with schema.contract.names; or set max_locks_per_transaction");
            assertThat(database.query("SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                    .containsExactly("210");
            assertThat(contract(goals, "t0", "t1").plan().droppedViews()).hasSize(2);
        }
    }

    private static Contract.Result contract(Goals goals, String... names) {
        return new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(names), false, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
    }

    private static Migrate.Result migrate(Goals goals, Batching batching) {
        return migrate(goals, MAPPING, batching);
    }

    private static Migrate.Result migrate(Goals goals, ParsedMapping mapping, Batching batching) {
        return new Migrate(goals.workplace(), AllowedHazards.NONE, batching, Goals.PERSISTENCE, ChangeListener.NONE)
                .run(mapping);
    }
}
