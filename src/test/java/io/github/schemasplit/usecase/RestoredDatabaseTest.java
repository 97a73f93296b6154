package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectState;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A migrated database that was dumped and restored elsewhere, its journal with it: all its objects have other OIDs. */
class RestoredDatabaseTest {
    private static final MappingBuilder MAPPING = new MappingBuilder()
            .tables("shop", "orders", "items")
            .types("shop", "state")
            .routines("shop", "price*")
            .entries(EntryKind.OPERATORS, "shop", "===");

    @TempDir
    private Path output;

    @PostgresTest
    void isRolledBackByTheNamesOfItsObjects(TestDatabase database) throws IOException {
        ClientProgram dump = ClientProgram.dumpOf(database.server());
        database.execute("""
                CREATE TYPE state AS ENUM ('new');
                CREATE TABLE orders (id serial PRIMARY KEY, state state);
                CREATE TABLE items (id int REFERENCES orders);
                CREATE VIEW open_orders AS SELECT * FROM orders;
                CREATE FUNCTION price(orders) RETURNS int LANGUAGE sql AS 'SELECT 1';
                CREATE FUNCTION price(items, state[]) RETURNS int LANGUAGE sql AS 'SELECT 2';
                CREATE FUNCTION same(orders, orders) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE OPERATOR === (LEFTARG = orders, RIGHTARG = orders, FUNCTION = same);
                INSERT INTO orders VALUES (1, 'new');
                """);
        List<String> before = descriptions(Goals.on(database, output));
        Goals.on(database, output).migrate(MAPPING);
        try (TestDatabase restored = restore(dump, database)) {
            Goals goals = Goals.on(restored, output);
            assertThat(goals.verify(Goals.parsed(MAPPING.build()), Expectation.MIGRATED)
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.JOURNAL_NOT_COMPARABLE);
            List<String> events = new ArrayList<>();
            Rollback.Result result = new Rollback(
                            goals.workplace(), false, Goals.PERSISTENCE, event -> events.addAll(event.lines()))
                    .run();
            assertThat(events).anyMatch(line -> line.contains("restored from a dump"));
            assertThat(result.left()).isEmpty();
            assertThat(result.batches()).allSatisfy(b -> assertThat(b.doubts()).isEmpty());
            assertThat(descriptions(goals)).isEqualTo(before);
            assertThat(restored.query("SELECT state FROM public.orders")).containsExactly("new");
            assertThat(goals.verify(Goals.parsed(MAPPING.build()), Expectation.ORIGINAL)
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly(FindingCode.JOURNAL_NOT_COMPARABLE);
        }
    }

    /** Into a database in which other objects took the OIDs. */
    private TestDatabase restore(ClientProgram dump, TestDatabase database) throws IOException {
        ClientProgram.Outcome dumped = dump.on(database, "-c", "--if-exists");
        assertThat(dumped.exitCode()).as(dumped.text()).isZero();
        Path script = Files.writeString(output.resolve("dump.sql"), dumped.text());
        TestDatabase restored = database.server().createDatabase();
        restored.execute("CREATE TABLE filler (id serial PRIMARY KEY); DROP TABLE filler");
        ClientProgram.Outcome loaded = ClientProgram.psql().script(restored, script);
        assertThat(loaded.exitCode()).as(loaded.text()).isZero();
        return restored;
    }

    private static List<String> descriptions(Goals goals) {
        return goals.states().states().stream()
                .map(ObjectState::description)
                .filter(description -> !description.startsWith("database "))
                .sorted()
                .toList();
    }
}
