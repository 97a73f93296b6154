package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TableContents;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class HostileNamesTest {
    private static final ParsedMapping MAPPING =
            Goals.parsed(HostileDatabase.mapping().build());

    @TempDir
    private Path output;

    @PostgresTest
    void theGoalsTakeThemThereAndBack(TestDatabase database) {
        withRole(database, () -> {
            Goals goals = Goals.on(database, output);
            ObjectStates states = goals.states();
            List<String> rows = RawCatalog.rows(database);
            Map<String, String> contents = TableContents.of(database);
            goals.migrate(MAPPING);
            assertThat(tables(database, HostileDatabase.TARGET)).isEqualTo(HostileDatabase.NAMES.size() / 2);
            assertThat(tables(database, HostileDatabase.OTHER_TARGET)).isEqualTo(HostileDatabase.NAMES.size() / 2);
            assertThat(goals.verify(MAPPING, Expectation.MIGRATED).findings()).isEmpty();
            assertThat(goals.migrate(MAPPING).migration()).isEmpty();
            assertThat(TableContents.of(database)).isEqualTo(contents);
            goals.rollback();
            assertThat(goals.verify(MAPPING, Expectation.ORIGINAL).findings()).isEmpty();
            assertThat(goals.states()).isEqualTo(states);
            assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                    .isEmpty();
        });
    }

    @PostgresTest
    void psqlTakesThemThereAndBack(TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        withRole(database, () -> {
            Goals goals = Goals.on(database, output);
            List<String> rows = RawCatalog.rows(database);
            goals.generate(MAPPING, Optional.empty());
            try (TestDatabase byGoal = database.server().createDatabase(database.name())) {
                Goals other = Goals.on(byGoal, output);
                other.migrate(MAPPING);
                run(psql, database, "migrate.sql");
                assertThat(RawCatalog.difference(CatalogText.of(other.snapshot()), CatalogText.of(goals.snapshot())))
                        .isEmpty();
            }
            run(psql, database, "rollback.sql");
            assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
        });
    }

    @PostgresTest
    void theDumpIsTheSameByteForByte(TestDatabase database) {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        withRole(database, () -> {
            Goals goals = Goals.on(database, output);
            String start = dump.schemaDump(database, Goals.JOURNAL);
            goals.migrate(MAPPING);
            assertThat(dump.schemaDump(database, Goals.JOURNAL)).isNotEqualTo(start);
            goals.rollback();
            assertThat(dump.schemaDump(database, Goals.JOURNAL)).isEqualTo(start);
        });
    }

    private void run(ClientProgram psql, TestDatabase database, String script) {
        ClientProgram.Outcome outcome = psql.script(database, output.resolve(script));
        assertThat(outcome).as(outcome.text()).returns(0, ClientProgram.Outcome::exitCode);
    }

    private static void withRole(TestDatabase database, Runnable test) {
        String role = HostileDatabase.quoted(HostileDatabase.ROLE);
        database.execute("CREATE ROLE " + role);
        try {
            HostileDatabase.fill(database);
            test.run();
        } finally {
            database.execute("DROP OWNED BY " + role + "; DROP ROLE " + role);
        }
    }

    private static int tables(TestDatabase database, String schema) {
        return Integer.parseInt(
                database.query("SELECT count(*) FROM pg_tables WHERE schemaname = '" + schema.replace("'", "''") + "'")
                        .get(0));
    }
}
