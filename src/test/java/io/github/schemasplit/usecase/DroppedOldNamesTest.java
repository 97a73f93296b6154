package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.Compatibility;
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

/** Views under old names that somebody dropped by hand, after the migration that made them. */
class DroppedOldNamesTest {
    private static final String ITEMS = "\"Order \"\"Items\"\"\"";
    private static final List<AccessMatrix.Asker> ASKERS = List.of(
            new AccessMatrix.Asker("dropped_owner"),
            new AccessMatrix.Asker("dropped_reader"),
            new AccessMatrix.Asker("dropped_other"));
    private static final Map<String, String> OLD = Map.of("items", "public." + ITEMS, "customers", "public.customers");

    @TempDir
    private Path output;

    private static MappingBuilder mapping() {
        return new MappingBuilder()
                .compatibility(Compatibility.VIEWS)
                .tables("It's a Shop", "Order \"Items\"", "customers");
    }

    private static void withTables(TestDatabase database, Runnable test) {
        database.execute("""
                CREATE ROLE dropped_owner; CREATE ROLE dropped_reader; CREATE ROLE dropped_other;
                GRANT USAGE ON SCHEMA public TO PUBLIC;
                CREATE TABLE %1$s (id int PRIMARY KEY, "It's" int);
                CREATE TABLE customers (id int PRIMARY KEY, name text);
                INSERT INTO %1$s VALUES (1, 1), (2, 2);
                GRANT SELECT, UPDATE ON %1$s TO dropped_reader;
                GRANT SELECT ON %1$s TO dropped_other WITH GRANT OPTION;
                GRANT SELECT (id) ON customers TO dropped_reader;
                ALTER TABLE %1$s OWNER TO dropped_owner;
                ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO dropped_other;
                """.formatted(ITEMS));
        try {
            test.run();
        } finally {
            database.execute("DROP OWNED BY dropped_owner, dropped_reader, dropped_other CASCADE;"
                    + "DROP ROLE dropped_owner, dropped_reader, dropped_other");
        }
    }

    private static List<Finding> found(Goals goals, MappingBuilder mapping) {
        return goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED).findings();
    }

    private static Contract.Result contract(Goals goals) {
        return new Contract(
                        goals.workplace(),
                        new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO),
                        Goals.PERSISTENCE,
                        ChangeListener.NONE)
                .run();
    }

    @PostgresTest
    void areToldWithTheStatementsThatMakeThemAgain(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> rows = RawCatalog.rows(database);
            Map<String, String> before = AccessMatrix.of(database, ASKERS, OLD);
            goals.migrate(mapping());
            database.execute("DROP VIEW public." + ITEMS + ", public.customers");
            List<Finding> findings = found(goals, mapping());
            assertThat(findings).allMatch(f -> f.severity() == Severity.WARNING).hasSize(2);
            assertThat(findings).extracting(Finding::code).containsOnly(FindingCode.OLD_NAME_GONE);
            assertThat(findings)
                    .extracting(Finding::subject)
                    .containsExactly("view public." + ITEMS, "view public.customers");
            assertThat(findings.get(0).message())
                    .isEqualTo("It is gone, and not by schema:contract: statements that use this old name of table"
                            + " \"It's a Shop\"." + ITEMS + " fail.");
            for (Finding finding : findings) {
                assertThat(finding.remedy())
                        .startsWith(
                                "Nothing, if none uses it any more; else to have it back, run: BEGIN; CREATE VIEW public.");
                database.execute(finding.remedy().substring(finding.remedy().indexOf("BEGIN;")));
            }
            assertThat(AccessMatrix.difference(before, AccessMatrix.of(database, ASKERS, OLD)))
                    .isEmpty();
            assertThat(found(goals, mapping())).isEmpty();
            goals.rollback();
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
        });
    }

    @PostgresTest
    void areNothingToPlanNorToEndNorToTakeBack(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> rows = RawCatalog.rows(database);
            goals.migrate(mapping());
            database.execute("DROP VIEW public." + ITEMS);
            assertThat(goals.migrate(mapping()).migration()).isEmpty();
            assertThat(contract(goals).plan().droppedViews())
                    .extracting(view -> view.name().sql())
                    .containsExactly("public.customers");
            assertThat(contract(goals).applied()).isEmpty();
            assertThat(found(goals, mapping())).extracting(Finding::subject).containsExactly("view public." + ITEMS);
            goals.rollback();
            assertThat(found(goals, mapping())).extracting(Finding::subject).containsExactly("view public." + ITEMS);
            database.execute("DROP VIEW public.customers");
            assertThat(contract(goals).applied()).isEmpty();
            assertThat(found(goals, mapping())).hasSize(2);
            goals.rollback();
            assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.ORIGINAL)
                            .findings())
                    .isEmpty();
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
        });
    }

    @PostgresTest
    void areMissedAfterALaterMigrationAndAfterItsRollback(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE later (id int)");
        Goals goals = Goals.on(database, output);
        List<String> rows = RawCatalog.rows(database);
        goals.migrate(new MappingBuilder().compatibility(Compatibility.VIEWS).tables("shop", "orders"));
        MappingBuilder both =
                new MappingBuilder().compatibility(Compatibility.VIEWS).tables("shop", "orders", "later");
        goals.migrate(both);
        database.execute("DROP VIEW public.orders");
        assertThat(found(goals, both))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(tuple(FindingCode.OLD_NAME_GONE, "view public.orders"));
        goals.rollback();
        assertThat(goals.verify(Goals.parsed(both.build()), Expectation.ORIGINAL)
                        .findings())
                .extracting(Finding::code, Finding::subject)
                .containsExactly(tuple(FindingCode.OLD_NAME_GONE, "view public.orders"));
        goals.rollback();
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void areNotToldWhereTheirTableIsGoneOrTheirNameIsTaken(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            database.execute("DROP TABLE \"It's a Shop\"." + ITEMS + " CASCADE;"
                    + "DROP VIEW public.customers; CREATE VIEW public.customers AS SELECT 1 AS id");
            assertThat(found(goals, mapping()))
                    .extracting(Finding::code)
                    .contains(FindingCode.GONE_SINCE_MIGRATION, FindingCode.NEW_SINCE_MIGRATION)
                    .doesNotContain(FindingCode.OLD_NAME_GONE);
        });
    }

    @PostgresTest
    void canNotBeMadeAgainWhereNoViewWouldBeExactByNow(TestDatabase database) {
        withTables(database, () -> {
            Goals goals = Goals.on(database, output);
            goals.migrate(mapping());
            database.execute(
                    "DROP VIEW public.customers;" + "ALTER TABLE \"It's a Shop\".customers ENABLE ROW LEVEL SECURITY");
            assertThat(found(goals, mapping()))
                    .filteredOn(f -> f.code() == FindingCode.OLD_NAME_GONE)
                    .extracting(Finding::remedy)
                    .containsExactly("Nothing, if none uses it any more; else no view would give everybody what table"
                            + " \"It's a Shop\".customers gives by now, so what uses it has to use the new name.");
        });
    }
}
