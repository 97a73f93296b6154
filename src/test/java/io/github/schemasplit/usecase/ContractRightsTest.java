package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.AccessMatrix;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Old names are ended, and come back, by roles that are no superusers. */
class ContractRightsTest {
    private static final List<AccessMatrix.Asker> ASKERS = List.of(
            new AccessMatrix.Asker("rights_app"),
            new AccessMatrix.Asker("rights_reader"),
            new AccessMatrix.Asker("rights_other"));
    private static final Map<String, String> OLD = Map.of("orders", "public.orders", "customers", "public.customers");
    private static final ParsedMapping MAPPING = Goals.parsed(new MappingBuilder()
            .compatibility(Compatibility.VIEWS)
            .tables("shop", "orders")
            .tables("crm", "customers")
            .build());

    @TempDir
    private Path output;

    /** One role owns all; the other is a member of it and owns a table of its own. */
    private static void withRoles(TestDatabase database, Runnable test) {
        database.execute("""
                CREATE ROLE rights_app LOGIN; CREATE ROLE rights_tool LOGIN; CREATE ROLE rights_reader; CREATE ROLE rights_other;
                GRANT rights_app TO rights_tool; GRANT rights_app TO postgres; GRANT rights_tool TO postgres;
                GRANT CREATE ON DATABASE %s TO rights_app, rights_tool;
                GRANT USAGE, CREATE ON SCHEMA public TO rights_app, rights_tool;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
                CREATE TABLE orders (id int PRIMARY KEY, n int);
                CREATE TABLE customers (id int PRIMARY KEY, name text);
                INSERT INTO orders VALUES (1, 1), (2, 2);
                ALTER TABLE orders OWNER TO rights_app; ALTER TABLE customers OWNER TO rights_app;
                GRANT SELECT, UPDATE ON orders TO rights_reader;
                GRANT SELECT (id) ON customers TO rights_reader;
                """.formatted(database.name()));
        try {
            test.run();
        } finally {
            String all = "rights_app, rights_tool, rights_reader, rights_other";
            database.execute("DROP OWNED BY " + all + " CASCADE; DROP ROLE " + all);
        }
    }

    private static Contract.Result contract(Goals goals, boolean canary, String... names) {
        return new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(names), canary, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
    }

    @PostgresTest
    void theOwnerOfTheTablesAndOfTheTargetSchemasEndsThemAndTakesThatBack(TestDatabase database) {
        withRoles(database, () -> {
            database.execute("CREATE SCHEMA shop AUTHORIZATION rights_app; CREATE SCHEMA crm AUTHORIZATION rights_app;"
                    + "GRANT USAGE ON SCHEMA shop, crm TO rights_other");
            thereAndBack(database, Goals.on(database, output).as("rights_app"));
        });
    }

    @PostgresTest
    void aMemberOfTheOwnerEndsThemAndTakesThatBack(TestDatabase database) {
        withRoles(database, () -> {
            database.execute("ALTER TABLE customers OWNER TO rights_tool");
            thereAndBack(database, Goals.on(database, output).as("rights_tool"));
        });
    }

    private static void thereAndBack(TestDatabase database, Goals goals) {
        List<String> rows = RawCatalog.rows(database);
        Map<String, String> before = AccessMatrix.of(database, ASKERS, OLD);
        goals.migrate(MAPPING);
        assertThat(contract(goals, true).applied()).isPresent();
        assertThat(AccessMatrix.of(database, ASKERS, OLD).values()).containsOnly(AccessMatrix.REFUSED);
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        goals.rollback();
        assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, OLD)))
                .isEmpty();
        assertThat(contract(goals, false).plan().droppedViews()).hasSize(2);
        assertThat(database.query("SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                .containsExactly("0");
        goals.rollback();
        assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, OLD)))
                .isEmpty();
        assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void whoHasNotTheRightsOfAViewsOwnerIsToldBeforeAnythingIsDoneAndEndsOthers(TestDatabase database) {
        withRoles(database, () -> {
            database.execute("ALTER TABLE customers OWNER TO rights_tool");
            Goals goals = Goals.on(database, output).as("rights_tool");
            goals.migrate(MAPPING);
            database.execute("REVOKE rights_app FROM rights_tool");
            List<String> rows = RawCatalog.rows(database);
            for (boolean canary : List.of(true, false)) {
                GoalStoppedException refusal =
                        catchThrowableOfType(GoalStoppedException.class, () -> contract(goals, canary));
                assertThat(refusal).hasMessageContaining("nothing was changed");
                assertThat(refusal.findings()).singleElement().satisfies(f -> {
                    assertThat(f.code()).isEqualTo(FindingCode.OWNER_RIGHTS_MISSING);
                    assertThat(f.subject()).isEqualTo("view public.orders");
                    assertThat(f.message())
                            .isEqualTo("it belongs to role rights_app, and only a role with its rights may end it;"
                                    + " role rights_tool has them not");
                    assertThat(f.remedy())
                            .contains("GRANT rights_app TO rights_tool;", "connect as role rights_app")
                            .contains("schema.contract.names");
                });
            }
            assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
            assertThat(goals.history()).hasSize(1);
            assertThat(contract(goals, false, "customers").plan().droppedViews())
                    .hasSize(1);
            goals.rollback();
            database.execute("GRANT rights_app TO rights_tool");
            assertThat(contract(goals, false).plan().droppedViews()).hasSize(2);
        });
    }
}
