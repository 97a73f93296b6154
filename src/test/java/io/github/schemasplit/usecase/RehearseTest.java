package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.backup.CopierFinder;
import io.github.schemasplit.backup.ProgramFinder;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.report.RehearsalConsole;
import io.github.schemasplit.report.RehearsalReport;
import io.github.schemasplit.report.RehearsalStep;
import io.github.schemasplit.report.RehearsedLoad;
import io.github.schemasplit.report.RehearsedLocks;
import io.github.schemasplit.report.RehearsedRoutines;
import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.Original;
import io.github.schemasplit.staging.ServerDatabase;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on a copy: what it tells, and that the database and the copy's server are left as they were. */
class RehearseTest {
    private static final String SHOP = """
            CREATE TABLE orders (id serial PRIMARY KEY, note text);
            CREATE TABLE "Order Items" (id int PRIMARY KEY, order_id int REFERENCES orders);
            CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS
                'BEGIN RETURN (SELECT count(*) FROM public.orders); END';
            """;

    private static final CopierFinder COPIERS =
            new CopierFinder(new ProgramFinder(Optional.empty(), Optional.empty(), System.getenv()));

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void goesTheWholeWayOnACopyMadeByTheInitScripts(TestDatabase database) throws IOException {
        database.execute(SHOP);
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        MappingBuilder mapping = views();
        RehearsalReport report = rehearse(database, embedded(database), scripts(), Optional.empty(), mapping);

        assertThat(report.problems()).as(told(report)).isEmpty();
        assertThat(report.steps())
                .extracting(RehearsalStep::name)
                .containsExactly(
                        "copy",
                        "analyze",
                        "dump",
                        "backup",
                        "routines before",
                        "migrate",
                        "verify",
                        "routines after",
                        "rollback",
                        "compare",
                        "migrate again",
                        "contract");
        assertThat(report.steps())
                .filteredOn(step -> !List.of("dump", "backup").contains(step.name()))
                .extracting(RehearsalStep::outcome)
                .containsOnly(RehearsalStep.Outcome.DONE);
        assertThat(Files.readString(output.resolve("rehearsal.html")))
                .contains("What moved on the copy", "<title>shop: 2 tables</title>", "<title>Order Items</title>");
        assertThat(report.locks().taken())
                .contains(
                        new RehearsedLocks.Taken(
                                "ALTER TABLE public.orders SET SCHEMA shop", "shop.orders", "AccessExclusiveLock"),
                        new RehearsedLocks.Taken(
                                "ALTER TABLE public.orders SET SCHEMA shop",
                                "shop.orders_id_seq",
                                "AccessExclusiveLock"))
                .noneMatch(lock -> lock.relation().startsWith("schemasplit."));
        assertThat(report.locks().blocking())
                .extracting(RehearsedLocks.Blocking::relation)
                .contains("public.orders", "public.\"Order Items\"");
        assertThat(report.routines()).isEqualTo(new RehearsedRoutines(1, List.of(), List.of()));
        assertThat(goals.states()).isEqualTo(before);
        assertThat(output.resolve("staging")).isDirectoryNotContaining("glob:**/disposable-*");
        requiresItsReport(database, mapping);
    }

    /** The report is asked for by a migration, which takes none that is missing, changed, or of something else. */
    private void requiresItsReport(TestDatabase database, MappingBuilder mapping) throws IOException {
        Path report = output.resolve(Rehearse.FILE);
        String text = Files.readString(report);
        assertThatThrownBy(() -> requiring(output.resolve("none.json"), database, mapping))
                .hasMessageContaining("there is no rehearsal in")
                .hasMessageContaining("schema:rehearse");
        Path changed = Files.writeString(output.resolve("changed.json"), text.replaceFirst("\"name\"", "\"name \""));
        assertThatThrownBy(() -> requiring(changed, database, mapping))
                .hasMessageContaining("was changed since it was written");
        MappingBuilder other = views().routines("shop", "counted()");
        assertThatThrownBy(() -> requiring(report, database, other)).hasMessageContaining("was of something else");
        database.execute("COMMENT ON TABLE orders IS 'changed since'");
        assertThatThrownBy(() -> requiring(report, database, mapping)).hasMessageContaining("was of something else");
        database.execute("COMMENT ON TABLE orders IS NULL");
        assertThat(requiring(report, database, mapping).batches()).hasSize(1);
        assertThat(requiring(report, database, mapping).batches()).isEmpty();
    }

    private Migrate.Result requiring(Path report, TestDatabase database, MappingBuilder mapping) {
        return new Migrate(
                        Goals.on(database, output).workplace(),
                        AllowedHazards.NONE,
                        Batching.AUTO,
                        Goals.PERSISTENCE,
                        new Precautions(BackupPolicy.NONE, Optional.of(new RequiredRehearsal(report))),
                        ChangeListener.NONE)
                .run(Goals.parsed(mapping.build()));
    }

    @PostgresTest
    void copiesALiveDatabaseByADumpAndNamesWhatTheCopyLacks(TestDatabase database) {
        ClientProgram.dumpOf(database.server());
        database.execute("CREATE ROLE rehearsal_reader LOGIN; " + SHOP + """
                ALTER ROLE rehearsal_reader SET statement_timeout = '7s';
                GRANT SELECT ON orders TO rehearsal_reader;
                CREATE EXTENSION citext;
                CREATE TABLE customers (email citext);
                CREATE TABLE customer_notes (note text);
                UPDATE pg_extension SET extname = 'postgis' WHERE extname = 'citext';
                INSERT INTO orders (note) VALUES ('a');
                """);
        try {
            LoadScript needsRows = new LoadScript(List.of("SELECT 1 / count(*) FROM public.orders"), 1);
            RehearsalReport report = rehearse(
                    database,
                    embedded(database),
                    new DumpContent(COPIERS, Goals.on(database, output).workplace(), true),
                    Optional.of(needsRows),
                    views().tables("shop", "customer*"));

            assertThat(report.copy().madeRoles()).contains("rehearsal_reader");
            assertThat(report.copy().missingExtensions()).containsExactly("postgis");
            assertThat(report.copy().missing()).contains("table public.customers");
            assertThat(report.copy().complaints()).anyMatch(c -> c.contains("postgis"));
            assertThat(report.steps())
                    .as(told(report))
                    .filteredOn(step -> step.outcome() != RehearsalStep.Outcome.DONE)
                    .isEmpty();
            assertThat(report.problems())
                    .singleElement()
                    .asString()
                    .contains("not rehearsed: ALTER TABLE public.customers SET SCHEMA shop")
                    .contains("its server lacks postgis");
            assertThat(report.load().map(RehearsedLoad::failures)).contains(new TreeMap<>());
        } finally {
            database.execute("DROP OWNED BY rehearsal_reader; DROP ROLE rehearsal_reader");
        }
    }

    /** No superuser, and not even a role that may log in on the copy. */
    @PostgresTest
    void goesTheWayAsTheRoleThatIsGoingToGoIt(TestDatabase database) {
        ClientProgram.dumpOf(database.server());
        database.execute("CREATE ROLE \"rehearsal owner\" LOGIN; GRANT CREATE ON DATABASE " + database.name()
                + " TO \"rehearsal owner\"; GRANT ALL ON SCHEMA public TO \"rehearsal owner\";"
                + " SET ROLE \"rehearsal owner\"; " + SHOP);
        try {
            Workplace workplace =
                    Goals.on(database, output).as("rehearsal owner").workplace();
            RehearsalReport report = rehearse(
                    workplace,
                    embedded(database),
                    new DumpContent(COPIERS, workplace, false),
                    Optional.empty(),
                    views());
            assertThat(report.problems()).as(told(report)).isEmpty();
            assertThat(report.steps()).extracting(RehearsalStep::outcome).containsOnly(RehearsalStep.Outcome.DONE);
        } finally {
            database.execute("DROP OWNED BY \"rehearsal owner\"; DROP ROLE \"rehearsal owner\"");
        }
    }

    /** On a server that somebody names, which is as before when it is over. */
    @PostgresTest(takesLong = true)
    void namesARoutineThatFailsAnewAndATableThatClientsHold(TestDatabase database) throws IOException, SQLException {
        String text = SHOP + """
                CREATE FUNCTION dynamic() RETURNS bigint LANGUAGE plpgsql AS
                    'DECLARE n bigint; BEGIN EXECUTE ''SELECT count(*) FROM '' || ''public.orders'' INTO n; RETURN n; END';
                CREATE FUNCTION in_sql() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                CREATE FUNCTION broken() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT 1 FROM nowhere); END';
                CREATE ROLE rehearsed_author;
                ALTER FUNCTION in_sql() OWNER TO rehearsed_author;
                """;
        database.execute(text);
        try (DisposableDatabase server = RehearsalServer.embedded(database.server(), output)) {
            List<String> before = server(server);
            LoadScript load = new LoadScript(
                    List.of("BEGIN", "LOCK TABLE public.orders IN SHARE MODE", "SELECT pg_sleep(3)", "COMMIT"), 1);
            RehearsalReport report = rehearse(
                    database,
                    original -> ServerDatabase.create(server.settings(), original),
                    scripts(text),
                    Optional.of(load),
                    shop().routineBodies(RoutineBodies.REPORT));

            assertThat(report.routines().failing())
                    .as(told(report))
                    .extracting(RehearsedRoutines.Failing::routine)
                    .containsExactlyInAnyOrder("public.counted()", "public.dynamic()", "public.in_sql()");
            assertThat(report.problems())
                    .anyMatch(p ->
                            p.contains("public.in_sql() fails") && p.contains("relation \"public.orders\" does not"))
                    .anyMatch(p -> p.contains("public.dynamic() fails") && p.contains("names public.orders"))
                    .anyMatch(p -> p.startsWith("The step 'migrate again' fails: ")
                            && p.contains("ALTER TABLE public.orders SET SCHEMA shop")
                            && p.contains("schema.rehearse.load"));
            assertThat(report.locks().waits()).anyMatch(wait -> wait.contains("ALTER TABLE public.orders"));
            assertThat(server(server)).isEqualTo(before);
        } finally {
            database.execute("DROP OWNED BY rehearsed_author; DROP ROLE rehearsed_author");
        }
    }

    @PostgresTest(takesLong = true)
    void isNotDoneOnTheServerOfTheDatabase(TestDatabase database) throws IOException {
        database.execute(SHOP);
        InitContent scripts = scripts();
        assertThatThrownBy(() -> rehearse(
                        database,
                        original -> ServerDatabase.create(
                                Goals.on(database, output).workplace().database(), original),
                        scripts,
                        Optional.empty(),
                        views()))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("schema.staging names the server of the database")
                .hasMessageContaining("system identifier");
        assertThat(database.query("SELECT datname FROM pg_database WHERE datname LIKE 'schemasplit%'"))
                .isEmpty();
    }

    /** All that a rehearsal may leave behind on a server. */
    private static List<String> server(DisposableDatabase server) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(server.settings().jdbcUrl() + "?user=postgres");
                ResultSet row = connection.createStatement().executeQuery("""
                        SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles
                        UNION ALL SELECT setrole || ' ' || setconfig::text FROM pg_db_role_setting ORDER BY 1
                        """)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private Function<Original, DisposableDatabase> embedded(TestDatabase database) {
        return original -> RehearsalServer.embedded(database.server(), output);
    }

    private InitContent scripts() throws IOException {
        return scripts(SHOP);
    }

    private InitContent scripts(String text) throws IOException {
        return new InitContent(Optional.empty(), List.of(Files.writeString(output.resolve("V1__shop.sql"), text)));
    }

    private static MappingBuilder shop() {
        return new MappingBuilder().tables("shop", "orders", "Order Items");
    }

    private static MappingBuilder views() {
        return shop().compatibility(Compatibility.VIEWS).routineBodies(RoutineBodies.REWRITE);
    }

    private static String told(RehearsalReport report) {
        return String.join("\n", RehearsalConsole.lines(report));
    }

    private RehearsalReport rehearse(
            TestDatabase database,
            Function<Original, DisposableDatabase> staging,
            CopyContent content,
            Optional<LoadScript> load,
            MappingBuilder mapping) {
        return rehearse(Goals.on(database, output).workplace(), staging, content, load, mapping);
    }

    private static RehearsalReport rehearse(
            Workplace workplace,
            Function<Original, DisposableDatabase> staging,
            CopyContent content,
            Optional<LoadScript> load,
            MappingBuilder mapping) {
        RehearsalTerms terms = new RehearsalTerms(staging, content, COPIERS, load, Batching.AUTO, Goals.PERSISTENCE);
        return new Rehearse(workplace, terms, ChangeListener.NONE)
                .run(Goals.parsed(mapping.build()))
                .report()
                .orElseThrow();
    }
}
