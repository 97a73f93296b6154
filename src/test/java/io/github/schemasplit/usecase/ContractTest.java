package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.AccessMatrix;
import io.github.schemasplit.testing.BusyClients;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old names end once nothing uses them, and come back when they are used after all. */
class ContractTest {
    private static final List<AccessMatrix.Asker> ASKERS = List.of(
            new AccessMatrix.Asker("contract_owner"),
            new AccessMatrix.Asker("contract_reader"),
            new AccessMatrix.Asker("contract_other"));
    private static final Map<String, String> OLD = Map.of("orders", "public.orders", "customers", "public.customers");
    private static final Map<String, String> YOUNG = Map.of("orders", "shop.orders", "customers", "shop.customers");

    @TempDir
    private Path output;

    private static MappingBuilder mapping() {
        return new MappingBuilder().compatibility(Compatibility.VIEWS).tables("shop", "orders", "customers");
    }

    private static void withTables(TestDatabase database, Runnable test) {
        database.execute("""
                CREATE ROLE contract_owner; CREATE ROLE contract_reader; CREATE ROLE contract_other;
                GRANT USAGE, CREATE ON SCHEMA public TO contract_owner;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
                CREATE TABLE orders (id int PRIMARY KEY, n int);
                CREATE TABLE customers (id int PRIMARY KEY, name text);
                INSERT INTO orders VALUES (1, 1), (2, 2);
                GRANT SELECT, UPDATE ON orders TO contract_reader;
                GRANT SELECT (id) ON customers TO contract_reader;
                ALTER TABLE orders OWNER TO contract_owner;
                """);
        try {
            test.run();
        } finally {
            database.execute("DROP OWNED BY contract_owner, contract_reader, contract_other CASCADE;"
                    + "DROP ROLE contract_owner, contract_reader, contract_other");
        }
    }

    private static Contract.Result contract(Goals goals, boolean canary, String... names) {
        return contract(goals, new Contract.Terms(List.of(names), canary, Duration.ZERO, Duration.ZERO));
    }

    private static Contract.Result contract(Goals goals, Contract.Terms terms) {
        return new Contract(goals.workplace(), terms, Goals.PERSISTENCE, ChangeListener.NONE).run();
    }

    @PostgresTest
    void theViewsAreDroppedAndARollbackBringsThemBackAndAnotherOneTheTables(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> rows = RawCatalog.rows(database);
            Map<String, String> before = AccessMatrix.of(database, ASKERS, OLD);
            goals.migrate(mapping());
            assertThat(contract(goals, false).plan().droppedViews()).hasSize(2);
            assertThat(database.query("SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                    .containsExactly("0");
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, YOUNG)))
                    .isEmpty();
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.MIGRATED)
                            .findings())
                    .isEmpty();
            assertThat(goals.analyze(mapping()).plan().isEmpty()).isTrue();
            assertThat(contract(goals, false).applied()).isEmpty();

            goals.rollback();
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, OLD)))
                    .isEmpty();
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.MIGRATED)
                            .findings())
                    .isEmpty();
            goals.rollback();
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, OLD)))
                    .isEmpty();
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
        });
    }

    @PostgresTest
    void aTrialClosesTheViewsUntilItIsTakenBack(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            Map<String, String> before = AccessMatrix.of(database, ASKERS, OLD);
            goals.migrate(mapping());
            List<String> open = RawCatalog.rowsBesideJournal(database);
            contract(goals, true, "orders", "public.customers");
            assertThat(AccessMatrix.of(database, ASKERS, OLD).values()).containsOnly(AccessMatrix.REFUSED);
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, YOUNG)))
                    .isEmpty();
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.MIGRATED)
                            .findings())
                    .isEmpty();
            assertThat(contract(goals, true).applied()).isEmpty();
            goals.rollback();
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, OLD)))
                    .isEmpty();
            assertThat(open).hasSameSizeAs(RawCatalog.rowsBesideJournal(database));
            contract(goals, true);
            contract(goals, false);
            assertThat(database.query("SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                    .containsExactly("0");
        });
    }

    @PostgresTest
    void whatIsUsedIsNotDroppedAndItsUsersAreNamed(TestDatabase database) {
        withTables(database, () -> {
            database.execute("CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders'");
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping().routineBodies(RoutineBodies.REPORT));
            database.execute("CREATE VIEW public.reported AS SELECT id FROM public.customers");
            GoalStoppedException refusal =
                    catchThrowableOfType(GoalStoppedException.class, () -> contract(goals, false));
            assertThat(refusal.findings()).allMatch(f -> f.code() == FindingCode.OLD_NAME_IN_USE);
            assertThat(refusal.findings().stream().map(f -> f.subject() + ": " + f.message()))
                    .containsExactly(
                            "view public.customers: it is used by view public.reported",
                            "view public.orders: it is used by routine public.counted()");
            database.execute("DROP VIEW public.reported");
            assertThat(contract(goals, false, "public.customers").plan().droppedViews())
                    .hasSize(1);
            assertThat(database.query("SELECT counted()")).containsExactly("2");
        });
    }

    @Test
    void statementsThatSessionsRunByAnOldNameKeepIt() throws Exception {
        TestServer server = TestServer.another(Map.of("shared_preload_libraries", "pg_stat_statements"));
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE EXTENSION pg_stat_statements; CREATE TABLE orders (id int); CREATE TABLE customers (id int)");
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            Contract.Terms watching = new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ofMillis(500));
            BusyClients clients = BusyClients.reading(database.url(), List.of("public.orders"));
            GoalStoppedException refusal =
                    catchThrowableOfType(GoalStoppedException.class, () -> contract(goals, watching));
            clients.stop();
            assertThat(refusal.findings()).hasSize(1);
            assertThat(refusal.findings().get(0).subject()).isEqualTo("view public.orders");
            assertThat(refusal.findings().get(0).message())
                    .matches("it is used by role postgres, \\d+ times: SELECT FROM public.orders LIMIT \\$1");
            // What was run before, and is not run any more, is no use.
            assertThat(contract(goals, watching).plan().droppedViews()).hasSize(2);
        }
    }

    @PostgresTest
    void anOldNameDoesNotEndBeforeItsTime(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            assertThatThrownBy(() ->
                            contract(goals, new Contract.Terms(List.of(), false, Duration.ofHours(48), Duration.ZERO)))
                    .isInstanceOf(GoalStoppedException.class)
                    .hasMessageContaining(
                            "2 old names (public.customers, public.orders) would end sooner than 48 hours");
            assertThat(database.query("SELECT count(*) FROM public.orders")).containsExactly("2");
        });
    }

    @PostgresTest
    void aViewWhoseTableGotAColumnAndOtherPrivilegesComesBackAsItMustBeNow(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            contract(goals, false);
            database.execute(
                    "ALTER TABLE shop.orders ADD COLUMN since int; GRANT DELETE ON shop.orders TO contract_reader");
            Map<String, String> young = AccessMatrix.of(database, ASKERS, YOUNG);
            goals.rollback();
            assertThat(AccessMatrix.difference(young, AccessMatrix.of(database, ASKERS, OLD)))
                    .isEmpty();
        });
    }

    @PostgresTest
    void aViewThatGivesOtherPrivilegesThanItsTableIsFound(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            database.execute(
                    "GRANT SELECT ON public.customers TO contract_other; ALTER TABLE shop.orders ADD COLUMN since int");
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.MIGRATED).findings().stream()
                            .filter(f -> f.code() == FindingCode.OLD_NAME_DIFFERS)
                            .map(f -> f.severity() + " " + f.subject()))
                    .containsExactly("ERROR view public.customers", "WARNING view public.orders");
        });
    }
}
