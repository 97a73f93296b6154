package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.report.VerificationReport;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TableContents;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    @TempDir
    private Path output;

    @PostgresTest
    void migrationAndRollbackLeaveTheCatalogAsItWas(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        ObjectStates states = goals.states();
        List<String> rows = RawCatalog.rows(database);
        goals.migrate(SampleDatabase.mapping());
        assertThat(goals.states().fingerprint()).isNotEqualTo(states.fingerprint());
        goals.rollback();
        assertThat(goals.states()).isEqualTo(states);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void migrationAndRollbackLeaveTheDumpAsItWasByteForByte(@Sample TestDatabase database) {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        Goals goals = Goals.on(database, output);
        String start = dump.schemaDump(database, Goals.JOURNAL);
        assertThat(start).contains("CREATE TABLE public.orders");
        goals.migrate(SampleDatabase.mapping());
        assertThat(dump.schemaDump(database, Goals.JOURNAL)).contains("CREATE TABLE ecommerce.orders");
        goals.rollback();
        assertThat(dump.schemaDump(database, Goals.JOURNAL)).isEqualTo(start);
    }

    @PostgresTest
    void everyRowStaysInItsFile(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        Map<String, String> contents = TableContents.of(database);
        Map<String, String> files = TableContents.files(database);
        assertThat(contents).hasSizeGreaterThan(SampleDatabase.TABLES);
        goals.migrate(SampleDatabase.mapping());
        assertThat(TableContents.of(database)).isEqualTo(contents);
        assertThat(TableContents.files(database)).isEqualTo(files);
        goals.rollback();
        assertThat(TableContents.of(database)).isEqualTo(contents);
        assertThat(TableContents.files(database)).isEqualTo(files);
    }

    @PostgresTest
    void rowsWrittenBetweenMigrationAndRollbackAreKept(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        goals.migrate(SampleDatabase.mapping());
        database.execute(
                "INSERT INTO shared_services.feature_flags (key, description) VALUES ('written.meanwhile', '');"
                        + "UPDATE ai_services.topics SET title = title || ', changed meanwhile'");
        Map<String, String> contents = TableContents.of(database);
        goals.rollback();
        assertThat(TableContents.of(database)).isEqualTo(contents);
        assertThat(database.query("SELECT count(*) FROM public.feature_flags WHERE key = 'written.meanwhile'"))
                .containsExactly("1");
    }

    @PostgresTest
    void theMigrationMovesAllThatTheMappingNamesAndVerifies(@Sample TestDatabase database) {
        Goals goals = Goals.on(database, output);
        assertThat(tables(database, "public")).isEqualTo(SampleDatabase.TABLES);
        Migrate.Result migration = goals.migrate(SampleDatabase.mapping());
        assertThat(tables(database, "public")).isEqualTo(SampleDatabase.UNMAPPED);
        assertThat(tables(database, "ecommerce")).isEqualTo(14);
        assertThat(tables(database, "saas_platform")).isEqualTo(20);
        assertThat(tables(database, "banking_services")).isEqualTo(13);
        assertThat(tables(database, "ai_services")).isEqualTo(14);
        assertThat(tables(database, "shared_services")).isEqualTo(2);
        assertThat(migration.plan().moves().map(AlterSetSchema::object))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(SampleDatabase.TABLES);
        VerificationReport verification = goals.verify(SampleDatabase.mapping(), Expectation.MIGRATED);
        assertThat(verification.entry()).isEqualTo(migration.migration().map(Applied::entry));
        assertThat(verification.findings()).isEmpty();
    }

    @PostgresTest
    void whatMovesChangesItsSchemaRoutinesTheirBodiesAndNothingElse(@Sample TestDatabase database) {
        List<String> before = withoutSchemas(RawCatalog.rows(database));
        Map<String, String> bodies = bodies(database);
        Goals.on(database, output)
                .migrate(SampleDatabase.mapping())
                .plan()
                .replacements()
                .forEach(r -> assertThat(bodies.put(String.valueOf(r.routine().oid()), r.to()))
                        .isEqualTo(r.from()));
        assertThat(bodies(database)).isEqualTo(bodies);
        List<String> after = withoutSchemas(RawCatalog.rowsWithoutJournal(database));
        assertThat(RawCatalog.difference(before, after))
                .isNotEmpty()
                .allMatch(row -> row.matches("(?s). (pg_namespace|pg_default_acl|pg_publication_rel|pg_description"
                        + "|pg_depend|pg_shdepend) .*"))
                .noneMatch(row -> row.startsWith("- ") && !row.startsWith("- pg_depend "));
    }

    /** Without the bodies of routines either, which are compared apart. */
    private static List<String> withoutSchemas(List<String> rows) {
        return rows.stream()
                .map(row -> row.replaceAll("\"(rel|typ|con|stx)namespace\": \"\\d+\"", "")
                        .replaceAll("\"prosrc\": \"(?:[^\"\\\\]++|\\\\.)*+\"", ""))
                .toList();
    }

    private static Map<String, String> bodies(TestDatabase database) {
        return database.query("SELECT oid || ' ' || prosrc FROM pg_proc WHERE oid >= 16384").stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** Partitions do not count. */
    private static int tables(TestDatabase database, String schema) {
        return Integer.parseInt(database.query("SELECT count(*) FROM pg_class WHERE relnamespace = '" + schema
                        + "'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition")
                .get(0));
    }
}
