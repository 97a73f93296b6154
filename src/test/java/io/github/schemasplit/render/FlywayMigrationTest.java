package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.io.TempDir;

/** Everything here is run by the real Flyway. */
class FlywayMigrationTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private Path folder;

    @PostgresTest
    void flywayTakesItNextAndItDoesWhatThePlanDoes(TestDatabase database) throws IOException {
        Scenario scenario = migrated(database, "hostile-names");
        Plan plan = scenario.plan();
        scenario.execute(plan);
        List<String> direct = names(scenario.states());
        scenario.execute(plan.inverse());

        List<RenderedFile> files = render(plan, database);
        assertThat(files)
                .extracting(RenderedFile::name)
                .containsExactly("V2.05__split_schemas.sql", "V2.05__split_schemas.sql.conf");
        write(files);
        MigrateResult result = flyway(database).load().migrate();

        assertThat(result.migrationsExecuted).isEqualTo(1);
        assertThat(result.targetSchemaVersion).isEqualTo("2.05");
        assertThat(names(scenario.states())).isEqualTo(direct);
        assertThat(scenario.plan().isEmpty()).isTrue();
        assertThat(database.query("SELECT version, success FROM public.flyway_schema_history ORDER BY installed_rank"))
                .containsExactly("1|t", "2.04|t", "2.05|t");
        assertThat(flyway(database).load().migrate().migrationsExecuted).isZero();
        assertThat(flyway(database).load().validateWithResult().validationSuccessful)
                .isTrue();
    }

    @PostgresTest
    void flywayGivesRoutinesTheBodiesOfThePlan(TestDatabase database) throws IOException {
        Scenario scenario = migrated(database, "routine-bodies");
        Plan plan = scenario.plan();
        scenario.execute(plan);
        List<String> direct = bodies(database);
        scenario.execute(plan.inverse());
        assertThat(bodies(database)).isNotEqualTo(direct);

        write(render(plan, database));
        flyway(database).load().migrate();

        assertThat(bodies(database)).isEqualTo(direct);
        assertThat(scenario.plan().isEmpty()).isTrue();
    }

    private static List<String> bodies(TestDatabase database) {
        return database.query("SELECT oid::regprocedure, prosrc FROM pg_proc WHERE oid >= 16384 ORDER BY oid");
    }

    @PostgresTest
    void flywayWouldTakeNamesForPlaceholdersWithoutTheConfiguration(TestDatabase database) throws IOException {
        Scenario scenario = migrated(database, "hostile-names");
        write(render(scenario.plan(), database).subList(0, 1));

        assertThatThrownBy(() -> flyway(database).load().migrate()).hasMessageContaining("placeholder");
    }

    @PostgresTest
    void laterMigrationsOfTheSameTransactionFindTheirSearchPath(TestDatabase database) throws IOException {
        Scenario scenario = migrated(database, "hostile-names");
        write(render(scenario.plan(), database));
        write(List.of(new RenderedFile("V2.06__more.sql", "CREATE TABLE later (id int);")));

        flyway(database).group(true).load().migrate();

        assertThat(database.query("SELECT schemaname FROM pg_tables WHERE tablename = 'later'"))
                .containsExactly("public");
    }

    private Scenario migrated(TestDatabase database, String golden) throws IOException {
        write(List.of(
                new RenderedFile(
                        "V1__base.sql", Files.readString(GOLDEN.resolve(golden).resolve("before.sql"))),
                new RenderedFile("V1__base.sql.conf", "placeholderReplacement=false\nencoding=UTF-8\n"),
                new RenderedFile("V2.04__more.sql", "CREATE TABLE plain (id int);")));
        flyway(database).load().migrate();
        String mapping = Files.readString(GOLDEN.resolve(golden).resolve("mapping.yml"));
        return new Scenario(database, mapping.replace("unmapped: keep\n", "") + "unmapped: keep\n");
    }

    private List<RenderedFile> render(Plan plan, TestDatabase database) throws IOException {
        List<String> applied = database.query("SELECT version FROM public.flyway_schema_history");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(f -> f.getFileName().toString()).toList();
            return FlywayMigration.of(plan, RenderedDatabase.CONTEXT, names, applied);
        }
    }

    private void write(List<RenderedFile> files) throws IOException {
        for (RenderedFile file : files) {
            Files.writeString(folder.resolve(file.name()), file.content());
        }
    }

    private FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), "postgres", "")
                .locations("filesystem:" + folder)
                .encoding("ISO-8859-1");
    }

    private static List<String> names(ObjectStates states) {
        return states.states().stream()
                .map(s -> s.description() + " " + s.schema())
                .sorted()
                .toList();
    }
}
