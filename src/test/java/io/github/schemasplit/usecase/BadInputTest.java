package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong: the database stays as it was, and the message names the thing and the next step. */
class BadInputTest {
    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void aTableThatIsNotThere(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        MappingBuilder mapping = new MappingBuilder().tables("shop", "ordrs", "products");
        assertThat(complaint(database, () -> goals.migrate(mapping))).contains("TABLE_NOT_FOUND", "ordrs", "orders");
        assertThat(complaint(database, () -> goals.generate(Goals.parsed(mapping.build()), Optional.empty())))
                .contains("TABLE_NOT_FOUND", "ordrs");
        assertThat(output).isEmptyDirectory();
    }

    @PostgresTest(takesLong = true)
    void aTableThatTwoSchemasWant(@Sample TestDatabase database) {
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders").tables("bank", "orders");
        assertThat(complaint(database, () -> Goals.on(database, output).migrate(mapping)))
                .contains("NAMED_TWICE", "orders", "shop", "bank");
    }

    @PostgresTest(takesLong = true)
    void aNameThatIsTakenInTheTarget(@Sample TestDatabase database) {
        database.execute("CREATE SCHEMA shop; CREATE VIEW shop.orders AS SELECT 1 AS x;"
                + "CREATE TABLE shop.products_pkey (id int); CREATE TYPE shop._topics AS ENUM ()");
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders", "products", "topics");
        assertThat(complaint(database, () -> Goals.on(database, output).migrate(mapping)))
                .contains("NAME_CLASH", "view shop.orders", "products_pkey", "_topics");
    }

    @PostgresTest(takesLong = true)
    void aSourceSchemaThatIsEmptyOrMissing(@Sample TestDatabase database) {
        database.execute("CREATE SCHEMA empty");
        Goals goals = Goals.on(database, output);
        assertThat(complaint(
                        database,
                        () -> goals.migrate(new MappingBuilder().source("empty").tables("shop", "orders"))))
                .contains("TABLE_NOT_FOUND", "orders", "empty");
        assertThat(complaint(
                        database,
                        () -> goals.migrate(
                                new MappingBuilder().source("publik").tables("shop", "orders"))))
                .contains("SOURCE_SCHEMA_MISSING", "publik");
    }

    @PostgresTest(takesLong = true)
    void aRoleThatOwnsNothingOrTooLittle(@Sample TestDatabase database) {
        withRole(database, "sample_plain", () -> {
            MappingBuilder mapping = new MappingBuilder().tables("shop", "orders", "order_items");
            Goals goals = Goals.on(database, output).as("sample_plain");
            database.execute("GRANT CREATE ON DATABASE " + database.name() + " TO sample_plain");
            assertThat(complaint(database, () -> goals.migrate(mapping)))
                    .contains(
                            "OWNER_RIGHTS_MISSING",
                            "table public.orders",
                            "table public.order_items",
                            "GRANT app_owner");
            database.execute("ALTER TABLE orders OWNER TO sample_plain");
            assertThat(complaint(database, () -> goals.migrate(mapping)))
                    .contains(
                            "OWNER_RIGHTS_MISSING",
                            "view public.my_orders: it belongs to role app_owner",
                            "table public.order_items: it belongs to role app_owner",
                            "GRANT app_owner TO sample_plain; or connect as role app_owner")
                    .doesNotContain("table public.orders: it belongs");
            database.execute("GRANT app_owner TO sample_plain;" + "REVOKE CREATE ON DATABASE " + database.name()
                    + " FROM sample_plain");
            assertThat(complaint(database, () -> goals.migrate(mapping)))
                    .contains("DATABASE_PRIVILEGE_MISSING", "GRANT CREATE ON DATABASE")
                    .doesNotContain("OWNER_RIGHTS_MISSING");
        });
    }

    @PostgresTest(takesLong = true)
    void aRoleThatHasJustTheRightsItNeedsGoesThereAndBack(@Sample TestDatabase database) {
        withRole(database, "sample_plain", () -> {
            database.execute("GRANT app_owner TO sample_plain;" + "GRANT CREATE ON DATABASE " + database.name()
                    + " TO sample_plain");
            if (database.server().major() >= 15) {
                database.execute("DROP PUBLICATION data_lake_feed");
            }
            Goals goals = Goals.on(database, output).as("sample_plain");
            ObjectStates start = goals.states();
            goals.migrate(SampleDatabase.mapping());
            assertThat(database.query("SELECT count(*) FROM ecommerce.orders")).hasSize(1);
            goals.rollback();
            assertThat(goals.states()).isEqualTo(start);
        });
    }

    @PostgresTest(takesLong = true)
    void aRoleThatMayNotMakeTheJournalIsToldBeforeAnyMove(@Sample TestDatabase database) {
        withRole(database, "sample_modest", () -> {
            database.execute("GRANT app_owner TO sample_modest; CREATE SCHEMA shop AUTHORIZATION sample_modest");
            if (database.server().major() >= 15) {
                database.execute("DROP PUBLICATION data_lake_feed");
            }
            Goals goals = Goals.on(database, output).as("sample_modest");
            MappingBuilder mapping = new MappingBuilder().tables("shop", "orders", "order_items");
            // A move would end with a complaint about the lock.
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("SELECT FROM public.order_items LIMIT 1");
                assertThat(complaint(database, () -> goals.migrate(mapping)))
                        .contains(
                                "CREATE SCHEMA schemasplit AUTHORIZATION sample_modest;",
                                "GRANT CREATE ON DATABASE " + database.name() + " TO sample_modest;");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            database.execute("CREATE SCHEMA schemasplit AUTHORIZATION sample_modest");
            goals.migrate(mapping);
            goals.rollback();
            assertThat(goals.history()).hasSize(2);
        });
    }

    @PostgresTest(takesLong = true)
    void aTargetThatHoldsOtherThingsKeepsThem(@Sample TestDatabase database) {
        database.execute("CREATE SCHEMA shop; CREATE TABLE shop.stranger (id int)");
        Goals goals = Goals.on(database, output);
        ObjectStates start = goals.states();
        MappingBuilder mapping = new MappingBuilder().tables("shop", "orders");
        assertThat(new Analyze(goals.workplace(), ChangeListener.NONE)
                        .run(mapping.build())
                        .report()
                        .findings())
                .anySatisfy(f -> {
                    assertThat(f.code()).isEqualTo(FindingCode.TARGET_EXISTS_WITH_OBJECTS);
                    assertThat(f.message()).contains("shop.stranger");
                });
        goals.migrate(mapping);
        goals.rollback();
        assertThat(goals.states()).isEqualTo(start);
    }

    @PostgresTest(takesLong = true)
    void aRollbackThatHasNothingToTakeBack(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        assertThat(complaint(database, goals::rollback)).contains("nothing to roll back", "schema.journalSchema");
        goals.migrate(SampleDatabase.mapping());
        goals.rollback();
        assertThat(complaint(database, goals::rollback)).contains("nothing to roll back", "schema:info");
    }

    @PostgresTest(takesLong = true)
    void aRollbackWhenSomebodyPutATableIntoATargetSchema(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        database.execute("CREATE TABLE ecommerce.coupons (id int)");
        assertThat(complaint(database, goals::rollback))
                .contains("schema ecommerce stays, since it holds table ecommerce.coupons", "schema.force=true");
        database.execute("DROP TABLE ecommerce.coupons");
        goals.rollback();
    }

    @PostgresTest(takesLong = true)
    void aSchemaThatHasTheNameOfTheJournal(@Sample TestDatabase database) {
        database.execute("CREATE SCHEMA schemasplit; CREATE TABLE schemasplit.mine (id int)");
        assertThat(complaint(database, () -> Goals.on(database, output).migrate(SampleDatabase.mapping())))
                .contains("schemasplit", "schema.journalSchema");
    }

    @PostgresTest(takesLong = true)
    void aJournalThatAnotherRoleForged(@Sample TestDatabase database) {
        withRole(database, "sample_forger", () -> {
            database.execute(
                    "GRANT CREATE ON DATABASE " + database.name() + " TO sample_forger; SET ROLE sample_forger;"
                            + "CREATE SCHEMA schemasplit; CREATE TABLE schemasplit.migration (id uuid)");
            // Says that no move was tried: that would end with a complaint about the lock.
            try (Connection other = database.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("SELECT FROM public.order_items LIMIT 1");
                Goals goals = Goals.on(database, output);
                assertThat(complaint(database, () -> goals.migrate(SampleDatabase.mapping())))
                        .contains("belongs to role sample_forger", "schema.journalSchema");
                assertThat(complaint(database, goals::rollback)).contains("belongs to role sample_forger");
                assertThat(complaint(database, goals::history)).contains("belongs to role sample_forger");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @PostgresTest(takesLong = true)
    void aTableThatAnotherSessionHolds(@Sample TestDatabase database) throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT FROM public.order_items LIMIT 1");
            String pid = database.query("SELECT pid FROM pg_locks WHERE relation = 'public.order_items'::regclass")
                    .get(0);
            assertThat(complaint(database, () -> Goals.on(database, output).migrate(SampleDatabase.mapping())))
                    .contains("order_items", "pid " + pid, "Run the goal again");
        }
    }

    @PostgresTest(takesLong = true)
    void aDatabaseThatSomebodyElseUses(@Sample TestDatabase database) {
        Workplace mine = Goals.on(database, output).workplace();
        Workplace theirs = new Workplace(
                mine.database(), false, mine.journalSchema(), mine.outputDirectory(), mine.pluginVersion());
        assertThat(complaint(
                        database,
                        () -> new Migrate(theirs, AllowedHazards.NONE, Goals.PERSISTENCE, ChangeListener.NONE)
                                .run(SampleDatabase.mapping())))
                .contains("not embedded", "OLD_NAME_LOST", "schema.allowHazards=", "schema.url=embedded");
        assertThat(new Migrate(theirs, AllowedHazards.ALL, Goals.PERSISTENCE, ChangeListener.NONE)
                        .run(SampleDatabase.mapping())
                        .migration())
                .isPresent();
    }

    private static void withRole(TestDatabase database, String role, Runnable test) {
        database.execute("CREATE ROLE " + role + " LOGIN");
        try {
            test.run();
        } finally {
            database.execute(
                    "REASSIGN OWNED BY " + role + " TO postgres; DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    /** All that the user is told; the catalog is the same before and after. */
    private static String complaint(TestDatabase database, Runnable work) {
        List<String> before = RawCatalog.rows(database);
        RuntimeException stop = catchRuntimeException(work::run);
        assertThat(stop).isNotNull();
        assertThat(RawCatalog.difference(before, RawCatalog.rows(database))).isEmpty();
        return stop.getMessage()
                + (stop instanceof GoalStoppedException stopped
                        ? stopped.findings().stream().map(Goals::line).collect(Collectors.joining("\n", "\n", ""))
                        : "");
    }
}
