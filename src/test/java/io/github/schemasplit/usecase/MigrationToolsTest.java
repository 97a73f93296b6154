package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.Unmapped;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.LiquibaseRun;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Tools that run migrations take what {@code schema:generate} writes next, and on an empty database after all others. */
class MigrationToolsTest {
    private static final String ALL = "all.yml";
    private static final String INCLUDE_ALL = "databaseChangeLog:\n  - includeAll: {path: ./changes/}\n";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @PostgresTest
    void liquibaseDoesTheSameAsTheGoalsAndAgainFromNothing(TestDatabase live) throws Exception {
        Path changes = Files.createDirectories(folder.resolve("changes"));
        Files.writeString(folder.resolve(ALL), INCLUDE_ALL);
        int count = 0;
        for (Path script : scripts()) {
            Files.writeString(
                    changes.resolve(String.format("%03d-%s", ++count, script.getFileName())),
                    "--liquibase formatted sql\n--changeset app:" + count
                            + " splitStatements:false stripComments:false\n" + Files.readString(script));
        }
        LiquibaseRun.update(live.url(), folder, ALL);
        try (TestDatabase byGoal = live.server().createDatabase(live.name());
                TestDatabase fresh = live.server().createDatabase()) {
            Goals other = Goals.on(byGoal, folder.resolve("other"));
            other.migrate(SampleDatabase.mapping());

            MigrationTool.Liquibase tool = new MigrationTool.Liquibase(changes, "databasechangelog");
            assertThat(generate(live, tool)).isEqualTo("024-split-schemas.sql");
            assertThat(generate(live, tool)).as("again").isEqualTo("024-split-schemas.sql");
            LiquibaseRun.update(live.url(), folder, ALL);
            LiquibaseRun.update(fresh.url(), folder, ALL);

            List<String> expected = CatalogText.of(other.snapshot());
            assertThat(expected).anyMatch(line -> line.startsWith("table ecommerce.orders "));
            assertThat(RawCatalog.difference(expected, catalog(live))).isEmpty();
            assertThat(definitions(fresh)).as("from nothing").isEqualTo(definitions(byGoal));
            assertThat(live.query("SELECT id, author FROM databasechangelog ORDER BY orderexecuted DESC LIMIT 1"))
                    .containsExactly("024-split-schemas|schema-maven-plugin");
            assertThat(Goals.on(live, folder.resolve("live")).generate(SampleDatabase.mapping(), Optional.of(tool)))
                    .as("what is left to do")
                    .extracting(file -> file.path().getFileName().toString())
                    .doesNotContain("024-split-schemas.sql", "025-split-schemas.sql");
        }
    }

    @PostgresTest
    void supabaseMigrationsDoTheSameAsTheGoalsAndAgainFromNothing(TestDatabase live) throws IOException {
        ClientProgram psql = ClientProgram.psql();
        Path migrations = Files.createDirectories(folder.resolve("supabase/migrations"));
        int count = 0;
        for (Path script : scripts()) {
            Files.copy(script, migrations.resolve(20260101000000L + ++count + "_" + script.getFileName()));
        }
        replay(psql, live, migrations);
        try (TestDatabase byGoal = live.server().createDatabase(live.name());
                TestDatabase fresh = live.server().createDatabase()) {
            Goals.on(byGoal, folder.resolve("other")).migrate(SampleDatabase.mapping());
            live.execute("CREATE SCHEMA supabase_migrations; "
                    + "CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text); "
                    + "INSERT INTO supabase_migrations.schema_migrations VALUES ('20260101000023')");
            String name = generate(live, new MigrationTool.Supabase(migrations, CLOCK));
            assertThat(name).isEqualTo("20261129120000_split_schemas.sql");
            assertThat(generate(live, new MigrationTool.Supabase(migrations, Clock.systemUTC())))
                    .as("again, later")
                    .isEqualTo(name);
            replay(psql, fresh, migrations);

            assertThat(definitions(fresh))
                    .isEqualTo(definitions(byGoal))
                    .anyMatch(line -> line.startsWith("ecommerce.orders r"));

            // As the command line does: what is there already is not run, and the new one is entered into the history.
            assertThat(psql.on(
                            live,
                            "-X",
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-f",
                            migrations.resolve(name).toString()))
                    .returns(0, ClientProgram.Outcome::exitCode);
            live.execute("INSERT INTO supabase_migrations.schema_migrations VALUES ('20261129120000')");
            live.execute("CREATE TABLE public.later (id int)");
            assertThat(Goals.on(live, folder.resolve("output"))
                            .generate(
                                    Goals.parsed(new MappingBuilder()
                                            .tables("late", "later")
                                            .unmapped(new Unmapped.Keep())
                                            .build()),
                                    Optional.of(new MigrationTool.Supabase(migrations, CLOCK))))
                    .extracting(file -> file.path().getFileName().toString())
                    .contains("20261129120001_split_schemas.sql");
        }
    }

    @PostgresTest
    void nothingIsWrittenOverButWhatHasNotRun(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE posts (id int); CREATE TABLE users (id int)");
        Path changes = Files.createDirectories(folder.resolve("supabase"));
        String theirs = "-- by hand";
        Files.writeString(changes.resolve("20250101000000_prepare_split_schemas.sql"), theirs);
        Files.writeString(changes.resolve("20250101000001_split_schemas.sql"), theirs);
        MigrationTool supabase = new MigrationTool.Supabase(changes, CLOCK);
        assertThat(generate(database, supabase, "orders")).isEqualTo("20261129120000_split_schemas.sql");
        assertThat(generate(database, supabase, "orders", "posts"))
                .as("it has not run: all that it moves is still to be moved")
                .isEqualTo("20261129120000_split_schemas.sql");
        Path script = changes.resolve("20261129120000_split_schemas.sql");
        String both = Files.readString(script);
        assertThatThrownBy(() -> generate(database, supabase, "orders"))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining(script + " was written for another plan")
                .hasMessageContaining("delete it where it has run nowhere");
        assertThat(Goals.on(database, folder.resolve("output"))
                        .generate(
                                Goals.parsed(new MappingBuilder()
                                        .tables("store", "orders", "posts")
                                        .unmapped(new Unmapped.Keep())
                                        .build()),
                                Optional.of(supabase)))
                .as("it has not run: what it moves is to go elsewhere")
                .extracting(file -> file.path().getFileName().toString())
                .contains("20261129120000_split_schemas.sql");
        assertThat(script).content().contains("ALTER TABLE public.orders SET SCHEMA store;");
        generate(database, supabase, "orders", "posts");
        Path without = changes.resolve("20261129115959_split_schemas.sql");
        Files.writeString(
                without, "-- Made by schema-maven-plugin for database d\nGRANT USAGE ON SCHEMA shop TO anon;\n");
        assertThatThrownBy(() -> generate(database, supabase, "orders", "posts"))
                .as("whether that has run nobody can tell")
                .hasMessageContaining(without + " was written for another plan");
        Files.delete(without);
        database.execute("CREATE SCHEMA shop; ALTER TABLE orders SET SCHEMA shop; ALTER TABLE posts SET SCHEMA shop");
        assertThat(generate(database, supabase, "orders", "posts", "users"))
                .as("it has run")
                .isEqualTo("20261129120001_split_schemas.sql");
        assertThat(script).hasContent(both);
        assertThat(changes.resolve("20250101000000_prepare_split_schemas.sql")).hasContent(theirs);
        assertThat(changes.resolve("20250101000001_split_schemas.sql")).hasContent(theirs);

        Path below = Files.createDirectories(folder.resolve("liquibase/2026"));
        Files.writeString(
                below.resolve("008-split-schemas.sql"),
                "-- Made by schema-maven-plugin\nALTER TABLE public.users SET SCHEMA crm;\n");
        MigrationTool liquibase = new MigrationTool.Liquibase(folder.resolve("liquibase"), "databasechangelog");
        assertThat(generate(database, liquibase, "orders", "posts", "users")).isEqualTo("008-split-schemas.sql");
        assertThat(below.resolve("008-split-schemas.sql"))
                .content()
                .contains("ALTER TABLE public.users SET SCHEMA shop;");
        assertThat(folder.resolve("liquibase/008-split-schemas.sql")).doesNotExist();
    }

    @PostgresTest
    void oneThatWouldRunBeforeOthersIsNamedForDeletion(TestDatabase database) throws IOException {
        database.execute("CREATE TABLE orders (id int); CREATE TABLE flyway_schema_history (version text);"
                + " INSERT INTO flyway_schema_history VALUES ('9')");
        Path old = folder.resolve("V8__split_schemas.sql");
        Files.writeString(old, "-- Made by schema-maven-plugin for database d\n");
        MigrationTool flyway = new MigrationTool.Flyway(folder, "flyway_schema_history");

        assertThatThrownBy(() -> generate(database, flyway, "orders"))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining(old + " was written before and has not run");
        Files.delete(old);
        assertThat(generate(database, flyway, "orders")).isEqualTo("V10__split_schemas.sql");
    }

    private String generate(TestDatabase database, MigrationTool tool, String... tables) {
        ParsedMapping mapping = Goals.parsed(new MappingBuilder()
                .tables("shop", tables)
                .unmapped(new Unmapped.Keep())
                .build());
        return Goals.on(database, folder.resolve("output")).generate(mapping, Optional.of(tool)).stream()
                .map(WrittenFile::path)
                .filter(path -> path.startsWith(tool.directory()))
                .map(path -> path.getFileName().toString())
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/it/demo/database"))) {
            return files.filter(f -> f.toString().endsWith(".sql"))
                    .sorted(Comparator.comparingInt(MigrationToolsTest::version))
                    .toList();
        }
    }

    private static int version(Path script) {
        String name = script.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
    }

    private static void replay(ClientProgram psql, TestDatabase database, Path migrations) throws IOException {
        try (Stream<Path> files = Files.list(migrations)) {
            for (Path file : files.sorted().toList()) {
                assertThat(psql.on(database, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file.toString()))
                        .as(file.toString())
                        .returns(0, ClientProgram.Outcome::exitCode);
            }
        }
    }

    /** The name of the migration. */
    private String generate(TestDatabase database, MigrationTool tool) {
        return Goals.on(database, folder.resolve("output"))
                .generate(SampleDatabase.mapping(), Optional.of(tool))
                .stream()
                .map(WrittenFile::path)
                .filter(path -> path.startsWith(tool.directory()))
                .map(path -> path.getFileName().toString())
                .findFirst()
                .orElseThrow();
    }

    /**
     * What there is beside the tool's history and our journal, without what differs between two databases that were filled alike: as the dump
     * of this machine tells it, where there is one for this server, and in short.
     */
    private static List<String> definitions(TestDatabase database) {
        List<String> definitions = new ArrayList<>(database.query(
                "SELECT concat_ws(' ', n.nspname || '.' || c.relname, c.relkind, c.relowner::regrole, c.relacl, c.reloptions)"
                        + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                        + " WHERE n.nspname !~ '^(pg_|information_schema)' AND n.nspname <> '" + Goals.JOURNAL
                        + "' UNION ALL"
                        + " SELECT concat_ws(' ', n.nspname, p.oid::regprocedure, p.proacl, p.proconfig, md5(p.prosrc))"
                        + " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid >= 16384"
                        + " AND n.nspname <> '" + Goals.JOURNAL + "' ORDER BY 1"));
        ClientProgram.dumpIfThereIs(database.server())
                .ifPresent(
                        dump -> dump.schemaDump(database, Goals.JOURNAL).lines().forEach(definitions::add));
        return definitions;
    }

    private List<String> catalog(TestDatabase database) {
        return CatalogText.of(Goals.on(database, folder.resolve("output")).snapshot());
    }
}
