package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The scripts leave the views that the goals leave, and end and take back the same. */
class ScriptsOfViewsTest {
    private static final String VIEWS = "SELECT relname, relowner::regrole, relacl, reloptions, pg_get_viewdef(oid),"
            + " obj_description(oid), (SELECT array_agg(ROW(attname, attacl)::text ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid)"
            + " FROM pg_class AS c WHERE relnamespace = 'public'::regnamespace AND relkind = 'v' ORDER BY relname";

    @TempDir
    private Path output;

    @PostgresTest
    void scriptsDoWhatTheGoalsDo(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals goals = Goals.on(database, output);
        ParsedMapping mapping = SampleDatabase.mappingWithViews(database);
        List<String> start = RawCatalog.rows(database);
        assertThat(goals.generate(mapping, Optional.empty()))
                .extracting(file -> file.path().getFileName().toString())
                .containsExactly("migrate.sql", "rollback.sql", "contract.sql", "runbook.md");
        ClientProgram.Outcome migrated = run(psql, database, "migrate.sql");
        assertThat(migrated.exitCode()).as(migrated.text()).isZero();
        try (TestDatabase byGoal = SampleDatabase.copy(database.server())) {
            Goals other = Goals.on(byGoal, output);
            other.migrate(mapping);
            assertThat(RawCatalog.difference(catalog(other), catalog(goals))).isEmpty();
            assertThat(database.query(VIEWS)).isEqualTo(byGoal.query(VIEWS)).isNotEmpty();
        }
        assertThat(run(psql, database, "migrate.sql"))
                .returns(3, ClientProgram.Outcome::exitCode)
                .extracting(ClientProgram.Outcome::text)
                .asString()
                .contains(
                        "already applied: every object of this script is where the script moves it; nothing was changed");
        ClientProgram.Outcome contracted = run(psql, database, "contract.sql");
        assertThat(contracted.exitCode()).as(contracted.text()).isZero();
        assertThat(database.query(
                        "SELECT count(*) FROM pg_views WHERE schemaname = 'public' AND viewname = 'order_items'"))
                .containsExactly("0");
        ClientProgram.Outcome back = run(psql, database, "rollback.sql");
        assertThat(back.exitCode()).as(back.text()).isZero();
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();

        assertThat(run(psql, database, "migrate.sql").exitCode()).isZero();
        assertThat(run(psql, database, "rollback.sql").exitCode()).isZero();
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void aScriptWhoseViewsWouldOpenSomethingByNowChangesNothing(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(SampleDatabase.mappingWithViews(database), Optional.empty());
        database.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT DELETE ON TABLES TO anon");
        List<String> start = RawCatalog.rows(database);
        assertThat(run(psql, database, "migrate.sql"))
                .returns(3, ClientProgram.Outcome::exitCode)
                .extracting(ClientProgram.Outcome::text)
                .asString()
                .contains("an old name would not give everybody what the new one gives; nothing was changed")
                .contains("pg_class.relacl: DELETE of anon by this name alone");
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void aScriptDropsNothingThatSomebodyElsePutUnderTheName(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(SampleDatabase.mappingWithViews(database), Optional.empty());
        assertThat(run(psql, database, "migrate.sql").exitCode()).isZero();
        database.execute("DROP VIEW public.order_items; CREATE VIEW public.order_items AS SELECT 1 AS one");
        List<String> start = RawCatalog.rows(database);
        for (String script : List.of("contract.sql", "rollback.sql")) {
            assertThat(run(psql, database, script))
                    .returns(3, ClientProgram.Outcome::exitCode)
                    .extracting(ClientProgram.Outcome::text)
                    .asString()
                    .contains("nothing was changed")
                    .contains("order_items");
            assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
        }
    }

    /** All but the views, which are not stored alike: their OIDs are new. */
    private static List<String> catalog(Goals goals) {
        return CatalogText.of(CompatibilityViews.in(goals.snapshot()).without());
    }

    private ClientProgram.Outcome run(ClientProgram psql, TestDatabase database, String script) {
        return psql.script(database, output.resolve(script));
    }
}
