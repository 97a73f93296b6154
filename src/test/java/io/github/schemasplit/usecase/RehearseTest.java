package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.report.RehearsalConsole;
import io.github.schemasplit.report.RehearsalReport;
import io.github.schemasplit.report.RehearsalStep;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on a copy: what it tells, and that it leaves the database and the copy's server as they were. */
class RehearseTest {
    private static final String SHOP = """
            CREATE TABLE orders (id serial PRIMARY KEY, note text);
            CREATE TABLE "Order Items" (id int PRIMARY KEY, order_id int REFERENCES orders);
            CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS
                'BEGIN RETURN (SELECT count(*) FROM public.orders); END';
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void goesTheWholeWayOnACopyMadeByTheInitScripts(TestDatabase database) throws IOException {
        database.execute(SHOP);
        Path script = Files.writeString(output.resolve("V1__shop.sql"), SHOP);
        RehearsalReport report =
                rehearse(database, new InitContent(Optional.empty(), List.of(script)), Optional.empty(), shop());

        assertThat(report.problems())
                .as(String.join("\n", RehearsalConsole.lines(report)))
                .isEmpty();
        assertThat(report.steps())
                .extracting(RehearsalStep::name)
                .containsExactly(
                        "copy",
                        "analyze",
                        "routines before",
                        "migrate",
                        "verify",
                        "routines after",
                        "rollback",
                        "compare",
                        "migrate again",
                        "contract");
        assertThat(report.steps()).extracting(RehearsalStep::outcome).containsOnly(RehearsalStep.Outcome.DONE);
    }

    private MappingBuilder shop() {
        return new MappingBuilder().tables("shop", "orders", "Order Items");
    }

    private RehearsalReport rehearse(
            TestDatabase database, CopyContent content, Optional<LoadScript> load, MappingBuilder mapping) {
        RehearsalTerms terms = new RehearsalTerms(
                major -> RehearsalServer.embedded(database.server(), output),
                content,
                load,
                Batching.AUTO,
                Goals.PERSISTENCE);
        return new Rehearse(Goals.on(database, output).workplace(), terms, ChangeListener.NONE)
                .run(Goals.parsed(mapping.build()))
                .report()
                .orElseThrow();
    }
}
