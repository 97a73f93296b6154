package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schema:generate} writes does the same as the goals, whoever runs it. */
class ScriptsTest {
    private static final String HISTORY = "release_history";

    @TempDir
    private Path output;

    @PostgresTest
    void psqlDoesTheSameAsTheGoals(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals goals = Goals.on(database, output);
        goals.generate(SampleDatabase.mapping(), Optional.empty());
        List<String> start = RawCatalog.rows(database);
        try (TestDatabase byGoal = SampleDatabase.copy(database.server())) {
            Goals other = Goals.on(byGoal, output);
            other.migrate(SampleDatabase.mapping());
            assertThat(run(psql, database, "migrate.sql").exitCode()).isZero();
            assertSame(goals, other);
            assertThat(CatalogText.of(goals.snapshot())).anyMatch(line -> line.startsWith("table ecommerce.orders "));
        }
        assertThat(run(psql, database, "rollback.sql").exitCode()).isZero();
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void aScriptThatWasRunAlreadySaysSoAndChangesNothing(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(SampleDatabase.mapping(), Optional.empty());
        assertThat(run(psql, database, "rollback.sql"))
                .returns(3, ClientProgram.Outcome::exitCode)
                .extracting(ClientProgram.Outcome::text)
                .asString()
                .contains("nothing was changed");
        assertThat(run(psql, database, "migrate.sql").exitCode()).isZero();
        List<String> migrated = RawCatalog.rows(database);
        assertThat(run(psql, database, "migrate.sql"))
                .returns(3, ClientProgram.Outcome::exitCode)
                .extracting(ClientProgram.Outcome::text)
                .asString()
                .contains(
                        "already applied: every object of this script is where the script moves it; nothing was changed");
        assertThat(RawCatalog.difference(migrated, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void aScriptRunOutsideATransactionChangesNothing(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(SampleDatabase.mapping(), Optional.empty());
        List<String> start = RawCatalog.rows(database);
        ClientProgram.Outcome outcome = psql.on(
                database,
                "-X",
                "-v",
                "ON_ERROR_STOP=1",
                "-f",
                output.resolve("migrate.sql").toString());
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.text()).contains("must run in one transaction", "psql -X -1 -v ON_ERROR_STOP=1");
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void psqlThatIsToldNothingStopsAtTheGuardAndChangesNothing(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(SampleDatabase.mapping(), Optional.empty());
        List<String> start = RawCatalog.rows(database);
        ClientProgram.Outcome migrate = psql.on(database, "-X", "-f", file("migrate.sql"));
        assertThat(migrate.exitCode()).isEqualTo(3);
        assertThat(migrate.text()).contains("must run in one transaction").containsOnlyOnce("ERROR:");
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();

        assertThat(run(psql, database, "migrate.sql").exitCode()).isZero();
        List<String> migrated = RawCatalog.rows(database);
        ClientProgram.Outcome rollback = psql.on(database, "-X", "-f", file("rollback.sql"));
        assertThat(rollback.exitCode()).isEqualTo(3);
        assertThat(rollback.text()).contains("must run in one transaction").containsOnlyOnce("ERROR:");
        assertThat(RawCatalog.difference(migrated, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void psqlDoesAllOrNothingWithOneTransactionAlone(@Sample TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        Goals.on(database, output).generate(SampleDatabase.mapping(), Optional.empty());
        database.execute("ALTER TABLE public.topics RENAME TO subjects");
        List<String> start = RawCatalog.rows(database);
        ClientProgram.Outcome refused = psql.on(database, "-X", "-1", "-f", file("migrate.sql"));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.text()).contains("nothing was changed").containsOnlyOnce("ERROR:");
        assertThat(RawCatalog.difference(start, RawCatalog.rows(database))).isEmpty();

        database.execute("ALTER TABLE public.subjects RENAME TO topics");
        List<String> healed = RawCatalog.rows(database);
        assertThat(psql.on(database, "-X", "-1", "-f", file("migrate.sql")).exitCode())
                .isZero();
        assertThat(psql.on(database, "-X", "-1", "-f", file("rollback.sql")).exitCode())
                .isZero();
        assertThat(RawCatalog.difference(healed, RawCatalog.rows(database))).isEmpty();
    }

    @PostgresTest
    void flywayTakesTheMigrationNextAndDoesTheSameAsTheGoals(@Sample TestDatabase database) {
        Path migrations = output.resolve("migrations");
        Flyway flyway = flyway(database, migrations);
        flyway.baseline();
        Goals goals = Goals.on(database, output);
        List<WrittenFile> files =
                goals.generate(SampleDatabase.mapping(), Optional.of(new MigrationTool.Flyway(migrations, HISTORY)));
        assertThat(files)
                .extracting(f -> f.path().getFileName().toString())
                .containsExactly("V23__split_schemas.sql", "V23__split_schemas.sql.conf", "rollback.sql", "runbook.md");
        try (TestDatabase byGoal = database.server().createDatabase(database.name())) {
            assertThat(flyway.migrate().migrationsExecuted).isEqualTo(1);
            Goals other = Goals.on(byGoal, output);
            other.migrate(SampleDatabase.mapping());
            assertSame(goals, other);
        }
        assertThat(flyway.migrate().migrationsExecuted).isZero();
    }

    @PostgresTest
    void generatingAgainRewritesNoFile(@Sample TestDatabase database) throws IOException {
        Goals goals = Goals.on(database, output);
        Path migrations = output.resolve("migrations");
        List<WrittenFile> first = generateAll(goals, migrations);
        assertThat(first).extracting(WrittenFile::changed).contains(true);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (WrittenFile file : first) {
            Files.setLastModifiedTime(file.path(), old);
        }
        List<WrittenFile> second = generateAll(goals, migrations);
        assertThat(second)
                .extracting(WrittenFile::path)
                .isEqualTo(first.stream().map(WrittenFile::path).toList());
        for (WrittenFile file : second) {
            assertThat(file.changed()).isFalse();
            assertThat(Files.getLastModifiedTime(file.path())).isEqualTo(old);
        }
        try (TestDatabase copy = SampleDatabase.copy(database.server())) {
            // The name of the database is the one thing that differs.
            Goals.on(copy, output.resolve("copy")).generate(SampleDatabase.mapping(), Optional.empty());
            assertThat(Files.readString(output.resolve("copy/migrate.sql")).replace(copy.name(), database.name()))
                    .isEqualTo(Files.readString(output.resolve("migrate.sql")));
        }
    }

    private static void assertSame(Goals goals, Goals others) {
        assertThat(RawCatalog.difference(CatalogText.of(others.snapshot()), CatalogText.of(goals.snapshot())))
                .isEmpty();
    }

    private static List<WrittenFile> generateAll(Goals goals, Path migrations) {
        List<WrittenFile> files = new ArrayList<>(goals.generate(SampleDatabase.mapping(), Optional.empty()));
        files.addAll(
                goals.generate(SampleDatabase.mapping(), Optional.of(new MigrationTool.Flyway(migrations, HISTORY))));
        return files;
    }

    private String file(String script) {
        return output.resolve(script).toString();
    }

    private ClientProgram.Outcome run(ClientProgram psql, TestDatabase database, String script) {
        return psql.script(database, output.resolve(script));
    }

    private static Flyway flyway(TestDatabase database, Path migrations) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(database.url(), "postgres", "")
                .locations("filesystem:" + migrations)
                .failOnMissingLocations(false)
                .table(HISTORY)
                .baselineVersion("22");
        return configuration.load();
    }
}
