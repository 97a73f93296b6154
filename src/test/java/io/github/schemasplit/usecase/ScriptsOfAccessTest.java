package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;

/** The scripts change privileges and row security as the goals do, and nothing where that is not as it was when they were made. */
class ScriptsOfAccessTest {
    private static final String BEFORE = """
            DO $$ BEGIN
                CREATE ROLE sa_owner; CREATE ROLE sa_writer; CREATE ROLE "sa 'Reader'";
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            CREATE TABLE "Or""der" (gone int, id serial PRIMARY KEY, "user" name, price int);
            ALTER TABLE "Or""der" DROP COLUMN gone;
            CREATE TABLE plain (gone int, id int, note text);
            ALTER TABLE plain DROP COLUMN gone;
            CREATE TABLE customers (id int);
            CREATE TYPE state AS ENUM ('new');
            CREATE FUNCTION total("Or""der", state[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
            CREATE AGGREGATE counted(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
            CREATE OPERATOR === (LEFTARG = name, RIGHTARG = name, FUNCTION = nameeq);
            ALTER TABLE "Or""der" OWNER TO sa_owner;
            GRANT SELECT, UPDATE ON plain TO sa_writer WITH GRANT OPTION;
            SET ROLE sa_writer; GRANT SELECT ON plain TO "sa 'Reader'"; RESET ROLE;
            GRANT UPDATE (note), SELECT (note) ON plain TO "sa 'Reader'";
            GRANT DELETE ON customers TO sa_writer, PUBLIC;
            GRANT EXECUTE ON FUNCTION counted() TO sa_writer;
            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO sa_writer;
            ALTER TABLE "Or""der" ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON "Or""der" TO sa_writer, sa_owner USING ("user" OPERATOR(public.===) current_user);
            CREATE POLICY "Many""s" ON "Or""der" FOR INSERT WITH CHECK (price > 1);
            CREATE POLICY ends ON "Or""der" FOR DELETE USING (EXISTS (SELECT FROM plain WHERE note = 'x'));
            COMMENT ON POLICY ends ON "Or""der" IS 'It''s one';
            """;

    private static final String MAPPING = """
            schemas:
              "The Shop":
                tables: ["Or\\"der", plain, customers]
                types: [state]
                routines: [total, counted]
                operators: [===]
                compatibility: { none: ["Or\\"der", customers] }
                access:
                  strict: true
                  usage: ["sa 'Reader'"]
                  tables: { "sa 'Reader'": [select] }
                  sequences: { sa_writer: [usage] }
                  routines: { "sa 'Reader'": [execute] }
                  types: { "sa 'Reader'": [usage] }
                  defaults: { tables: { "sa 'Reader'": [select] } }
                policies:
                  - { table: "Or\\"der", name: own, to: [sa_writer], using: '"user" OPERATOR("The Shop".===) session_user' }
                  - { table: "Or\\"der", name: "Many\\"s", for: insert, as: restrictive, check: price > 2 }
                  - { table: "Or\\"der", name: ends, drop: true }
                  - { table: customers, name: fresh, for: select, using: EXISTS (SELECT FROM "The Shop".plain AS p WHERE p.note = 'y') }
                rowSecurity: { enable: [customers], force: ["Or\\"der"] }
            """;

    /** What others may have done since the scripts were made, all at once, and how a script tells of it. */
    private record Drift(String script, String changes, List<String> problems) {}

    private static final List<Drift> BEFORE_MIGRATE = List.of(
            new Drift("migrate.sql", """
                    GRANT INSERT ON plain TO sa_owner;
                    REVOKE SELECT (note) ON plain FROM "sa 'Reader'";
                    REVOKE EXECUTE ON FUNCTION counted() FROM sa_writer;
                    GRANT EXECUTE ON FUNCTION total("Or""der", state[]) TO sa_owner;
                    REVOKE USAGE ON TYPE state FROM PUBLIC;
                    GRANT USAGE ON SEQUENCE "Or""der_id_seq" TO sa_writer WITH GRANT OPTION;
                    """, List.of("""
                    (6 of 13 access control lists); nothing was changed: \
                    privileges on routine "The Shop".counted(*) are not as they were; \
                    privileges on routine "The Shop".total("The Shop"."Or""der", "The Shop".state[]) are not as they were; \
                    privileges on sequence "The Shop"."Or""der_id_seq" are not as they were; \
                    privileges on table "The Shop".plain are not as they were; \
                    privileges on table "The Shop".plain, column note are not as they were; \
                    privileges on type "The Shop".state are not as they were""")),
            new Drift("migrate.sql", """
                    ALTER POLICY own ON "Or""der" TO sa_owner;
                    ALTER POLICY "Many""s" ON "Or""der" WITH CHECK (price > 9);
                    DROP POLICY ends ON "Or""der";
                    CREATE POLICY fresh ON customers;
                    """, List.of("""
                    (4 of 4 policies); nothing was changed: policy "Many""s" on table "The Shop"."Or""der" is not as it was; \
                    policy ends on table "The Shop"."Or""der" is not there; \
                    policy fresh on table "The Shop".customers is there already; \
                    policy own on table "The Shop"."Or""der" is not as it was""")),
            new Drift("migrate.sql", """
                    ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
                    ALTER TABLE "Or""der" FORCE ROW LEVEL SECURITY;
                    """, List.of("""
                    (2 of 2 tables with row security); nothing was changed: \
                    row security of table "The Shop"."Or""der" is not as it was; \
                    row security of table "The Shop".customers is not as it was""")));

    private static final List<Drift> BEFORE_ROLLBACK = List.of(
            new Drift(
                    "rollback.sql",
                    """
                    GRANT DELETE ON "The Shop".plain TO sa_owner;
                    ALTER DEFAULT PRIVILEGES IN SCHEMA "The Shop" REVOKE ALL ON TABLES FROM "sa 'Reader'";
                    """,
                    List.of(
                            "privileges on new tables of role postgres in schema \"The Shop\" are not as they were; privileges on"
                                    + " table \"The Shop\".plain are not as they were")),
            new Drift(
                    "rollback.sql",
                    "DROP POLICY fresh ON \"The Shop\".customers",
                    List.of("policy fresh on table \"The Shop\".customers is not there")));

    private static final String BY_TEXT = """
            SELECT relname, relowner::regrole::text, relacl::text, reloptions::text, pg_get_viewdef(oid),
                   (SELECT array_agg(ROW(attname, attacl)::text ORDER BY attnum)::text FROM pg_attribute WHERE attrelid = c.oid)
              FROM pg_class AS c WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
            UNION ALL
            SELECT polname, polrelid::regclass::text, polcmd::text, polpermissive::text, pg_get_expr(polqual, polrelid),
                   pg_get_expr(polwithcheck, polrelid)
              FROM pg_policy ORDER BY 1""";

    @TempDir
    private Path output;

    @PostgresTest
    void scriptsDoWhatTheGoalsDoAndRefuseWhatIsNotAsItWas(TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        database.execute(BEFORE);
        ParsedMapping mapping = MappingParser.parse(MappingSources.of(YamlMappingReader.read(MAPPING, "m.yml")));
        Path migrations = output.resolve("migrations");
        Goals goals = Goals.on(database, output);
        List<String> start = state(database);
        assertThat(goals.generate(mapping, Optional.empty())).hasSize(4);
        goals.generate(mapping, Optional.of(new MigrationTool.Flyway(migrations, "release_history")));

        try (TestDatabase byGoal = database.server().createDatabase(database.name());
                TestDatabase byFlyway = database.server().createDatabase(database.name())) {
            BEFORE_MIGRATE.forEach(drift -> assertRefused(psql, database, drift));
            Goals other = Goals.on(byGoal, output);
            other.migrate(mapping);
            assertThat(other.analyze(mapping).plan().operations()).isEmpty();
            assertDone(psql, database, "migrate.sql");
            List<String> migrated = state(byGoal);
            assertThat(migrated).filteredOn(line -> line.startsWith("policy ")).hasSize(3);
            assertThat(state(database)).isEqualTo(migrated);
            Flyway.configure()
                    .dataSource(byFlyway.url(), "postgres", "")
                    .locations("filesystem:" + migrations)
                    .table("release_history")
                    .defaultSchema("release")
                    .load()
                    .migrate();
            byFlyway.execute("DROP SCHEMA release CASCADE");
            assertThat(state(byFlyway)).isEqualTo(migrated);
            assertRefused(psql, database, new Drift("migrate.sql", "SELECT", List.of("already applied")));
        }
        BEFORE_ROLLBACK.forEach(drift -> assertRefused(psql, database, drift));
        assertDone(psql, database, "rollback.sql");
        assertThat(state(database)).isEqualTo(start);

        assertDone(psql, database, "migrate.sql");
        assertDone(psql, database, "contract.sql");
        assertDone(psql, database, "rollback.sql");
        assertThat(state(database)).isEqualTo(start);
    }

    private void assertDone(ClientProgram psql, TestDatabase database, String script) {
        ClientProgram.Outcome outcome = psql.script(database, output.resolve(script));
        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
    }

    private void assertRefused(ClientProgram psql, TestDatabase database, Drift drift) {
        try (TestDatabase changed = database.server().createDatabase(database.name())) {
            changed.execute(drift.changes());
            List<String> rows = RawCatalog.rows(changed);
            assertThat(psql.script(changed, output.resolve(drift.script())))
                    .returns(3, ClientProgram.Outcome::exitCode)
                    .extracting(ClientProgram.Outcome::text)
                    .asString()
                    .contains("nothing was changed")
                    .contains(drift.problems());
            assertThat(RawCatalog.difference(rows, RawCatalog.rows(changed))).isEmpty();
        }
    }

    /**
     * All but views, whose OIDs are new, and expressions, of which the server keeps where in a statement they stood; and both of these as
     * text.
     */
    private List<String> state(TestDatabase database) {
        List<String> state = new ArrayList<>(database.query(BY_TEXT));
        CatalogText.of(CompatibilityViews.in(Goals.on(database, output).snapshot())
                        .without())
                .stream()
                .map(line -> line.replaceAll("\\d+:(qual|withcheck)=-?\\d+", "$1"))
                .forEach(state::add);
        return state;
    }
}
