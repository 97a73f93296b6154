package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.LiquibaseRun;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What touches a database is run by the real Liquibase. */
class LiquibaseChangelogTest {
    /** What Liquibase would make something else of, and what has only the look of it. */
    private static final List<String> BODIES = List.of(
            "\\r\\n-- a\\r\\nSELECT count(*) FROM orders;\\r\\n",
            "\\n--changeset a:b\\nSELECT count(*) FROM orders\\n",
            "\\n-- changesets are applied nightly\\nSELECT count(*) FROM orders;\\n",
            "\\n  -- ROLLBACK DROP TABLE x\\nSELECT count(*) FROM orders;\\n",
            "\\n/* liquibase rollback\\n */ SELECT count(*) FROM orders\\n",
            "\\n/* first\\n - rollback the payment\\n - changeset x\\n*/ SELECT count(*) FROM orders\\n",
            "\\n---property a\\nSELECT count(*) FROM orders\\n",
            "\\n--property name:user.name value:evil\\nSELECT count(*) FROM orders\\n",
            "\\nSELECT count(*) FROM orders WHERE ''${user.name}'' <> ''\\\\''\\n",
            "\\n--comment none\\nSELECT count(*) FROM orders\\n",
            "\\nSELECT count(*) FROM orders\\n/\\n* 1\\n",
            "\\n--ignoreLines:1\\n\\tSELECT count(*)   \\n\\n\\nFROM orders /* ''$guard$'' */ ;\\n",
            "\\n-- preconditionsAreChecked\\nSELECT count(*) FROM orders\\n",
            "\\n/*\\n- preconditions hold\\n*/\\nSELECT count(*) FROM orders\\n",
            "\\n--preconditions onFail:MARK_RAN\\nSELECT count(*) FROM orders\\n",
            "\\n/*\\n- validCheckSum\\n*/\\n--validCheckSum: any\\nSELECT count(*) FROM orders; --\\nGO\\n");

    @TempDir
    private Path folder;

    @PostgresTest
    void givesRoutinesTheBodiesOfThePlanWhateverLiquibaseTakesThemFor(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE orders (id int)");
        for (int i = 0; i < BODIES.size(); i++) {
            // Not all of them are SQL: nobody checks them before they are called.
            database.execute("SET check_function_bodies = off; CREATE FUNCTION f" + i
                    + "() RETURNS bigint LANGUAGE sql AS E'" + BODIES.get(i) + "'");
        }
        Scenario scenario = new Scenario(database, "schemas: {shop: {tables: [orders]}}\n");
        assertSameByLiquibase(database, scenario);
        assertThat(database.query("SELECT count(*) FROM pg_proc WHERE prosrc LIKE '%FROM shop.orders%'"))
                .containsExactly(String.valueOf(BODIES.size()));
    }

    @PostgresTest
    void takesAnyName(TestDatabase database) throws Exception {
        Path golden = Path.of("src/test/resources/golden/hostile-names");
        database.execute(Files.readString(golden.resolve("before.sql")));
        assertSameByLiquibase(database, new Scenario(database, Files.readString(golden.resolve("mapping.yml"))));
    }

    private void assertSameByLiquibase(TestDatabase database, Scenario scenario) throws Exception {
        Plan plan = scenario.plan();
        List<String> before = catalog(database);
        scenario.execute(plan);
        List<String> direct = catalog(database);
        scenario.execute(plan.inverse());
        assertThat(catalog(database)).isEqualTo(before).isNotEqualTo(direct);

        RenderedFile file = LiquibaseChangelog.of(plan, RenderedDatabase.CONTEXT, List.of("007_more.sql"), List.of());
        Files.writeString(folder.resolve(file.name()), file.content());
        LiquibaseRun.update(database.url(), folder, file.name());

        assertThat(catalog(database)).isEqualTo(direct);
        assertThat(scenario.plan().isEmpty()).isTrue();
        assertThat(database.query("SELECT id, author FROM public.databasechangelog"))
                .containsExactly("008_split-schemas|schema-maven-plugin");
        LiquibaseRun.update(database.url(), folder, file.name());
    }

    private static List<String> catalog(TestDatabase database) {
        return database.query("SELECT oid::regclass::text || ' ' || relnamespace::regnamespace FROM pg_class"
                + " WHERE oid >= 16384 AND relnamespace <> 'pg_toast'::regnamespace AND relname !~ '^databasechangelog'"
                + " UNION ALL SELECT oid::regprocedure || prosrc FROM pg_proc WHERE oid >= 16384 ORDER BY 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'007-a.sql', '', 008-split-schemas.sql",
        "'99_a.sql|100_b.sql', '', 101_split-schemas.sql",
        "'20261122093000.a.sql', '', 20261122093001.split-schemas.sql",
        "'001-a.sql|2024-notes.md|404.html', '', 002-split-schemas.sql",
        "'2024_01_15_a.sql', '', 2024_01_16_split-schemas.sql",
        "'001-a.sql|002-undo-split-schemas.sql|before split-schemas.sql', '', 003-split-schemas.sql",
        "'a.sql|db.changelog.yaml', '', split-schemas.sql",
        "'', split-schemas, split-schemas-2.sql",
        "'split-schemas.sql', '', split-schemas.sql",
        "'split-schemas.sql', split-schemas, split-schemas-2.sql",
        "'1-a.sql|2-split-schemas.sql', '', 2-split-schemas.sql",
        "'1-a.sql|2-split-schemas.sql', 2-split-schemas, 3-split-schemas.sql",
        "'1-a.sql|2-split-schemas.sql|10-b.sql', 2-split-schemas, 11-split-schemas.sql",
    })
    void isNamedAsTheOthersAre(String files, String applied, String expected) {
        ScriptContext context = new ScriptContext("d", "18.6", List.of(), List.of(), Duration.ofSeconds(1));
        assertThat(LiquibaseChangelog.of(
                                new Plan(List.of()),
                                context,
                                List.of(files.split("\\|")),
                                List.of(applied.split("\\|")))
                        .name())
                .isEqualTo(expected);
    }

    @Test
    void saysWhereItWouldNotRunLast() {
        ScriptContext context = new ScriptContext("d", "18.6", List.of(), List.of(), Duration.ofSeconds(1));
        assertThat(LiquibaseChangelog.of(new Plan(List.of()), context, List.of("8-a.sql", "9-b.sql"), List.of()))
                .returns("10-split-schemas.sql", RenderedFile::name)
                .extracting(RenderedFile::content)
                .asString()
                .contains(
                        "-- Where a folder is included as a whole, it runs before 9-b.sql: include it by its name there");
        assertThat(LiquibaseChangelog.of(new Plan(List.of()), context, List.of("08-a.sql", "09-b.sql"), List.of())
                        .content())
                .doesNotContain("as a whole");
    }

    @Test
    void aCommentIsNoDirectiveAndNoPlaceOfAProperty() {
        LiquibaseForm form = new LiquibaseForm();
        assertThat(form.comment("-- rollback of ${a} moves")).isEqualTo("-- · rollback of $ {a} moves");
        assertThat(form.comment("-- takes back what rollback makes")).isEqualTo("-- takes back what rollback makes");
        assertThat(form.statement("SELECT 1")).isEqualTo("SELECT 1");
    }
}
