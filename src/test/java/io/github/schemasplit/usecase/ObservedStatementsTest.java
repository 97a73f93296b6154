package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.names.CrossSchemaStatement;
import io.github.schemasplit.report.AnalysisConsole;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pg_stat_statements} counts, in the analysis. */
class ObservedStatementsTest {
    private final MappingBuilder mapping =
            new MappingBuilder().tables("My Shop", "orders").tables("crm", "people", "notes");

    @TempDir
    private Path output;

    @Test
    void statementsThatJoinTablesOfSeveralTargetSchemasAreListed() {
        TestServer server = TestServer.another(Map.of("shared_preload_libraries", "pg_stat_statements"));
        try (TestDatabase database = server.createDatabase()) {
            database.execute("""
                    CREATE SCHEMA extensions;
                    CREATE EXTENSION pg_stat_statements SCHEMA extensions;
                    CREATE TABLE orders (id int, person int); CREATE TABLE people (id int); CREATE TABLE notes (id int);
                    CREATE TABLE staying (id int);
                    """);
            for (int i = 0; i < 3; i++) {
                database.query(
                        "SELECT o.id FROM orders AS o JOIN public.people AS p ON p.id = o.person WHERE o.id <> " + i);
            }
            database.query("SELECT p.id FROM people AS p JOIN notes AS n USING (id)");
            database.query("WITH people AS (SELECT 1 AS id) SELECT o.id FROM orders AS o JOIN people USING (id)");
            database.query("SELECT s.id FROM staying AS s JOIN orders AS o USING (id)");
            AnalysisReport report = Goals.on(database, output).analyze(mapping);
            assertThat(report.statements()).hasSize(1);
            CrossSchemaStatement crossing = report.statements().get(0);
            assertThat(crossing.statement().text()).endsWith("WHERE o.id <> $1");
            assertThat(crossing.statement().calls()).isEqualTo(3);
            assertThat(crossing.statement().milliseconds()).isPositive();
            assertThat(crossing.schemas()).extracting(s -> s.value()).containsExactly("My Shop", "crm");
            assertThat(crossing.tables()).extracting(t -> t.sql()).containsExactly("public.orders", "public.people");
            assertThat(AnalysisConsole.lines(report))
                    .anyMatch(line -> line.startsWith("1 statement of pg_stat_statements"))
                    .anyMatch(line -> line.contains("My Shop + crm"));
        }
    }

    @PostgresTest
    void anExtensionThatIsNotAtWorkCountsNothing(TestDatabase database) {
        database.execute("CREATE EXTENSION pg_stat_statements; CREATE TABLE orders (id int)");
        assertThat(Goals.on(database, output).analyze(mapping).statements()).isEmpty();
        StatementTimeout timeout = new StatementTimeout(Optional.of(Duration.ofMinutes(1)));
        assertThat(Goals.on(database, output).within(timeout).analyze(mapping).statements())
                .isEmpty();
    }
}
