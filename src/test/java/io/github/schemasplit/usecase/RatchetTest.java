package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Crossings;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.mapping.BaselineReader;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What crosses schemas is listed the same before the move and after it, on each server, and becomes less and not more. */
class RatchetTest {
    private static final String DATABASE = """
            CREATE EXTENSION pgcrypto;
            CREATE SCHEMA auth; CREATE TABLE auth.users (id int PRIMARY KEY);
            CREATE TABLE customers (id int PRIMARY KEY REFERENCES auth.users);
            CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers);
            CREATE TABLE "Order ""Items\""" (id int, "a b" int, order_id int REFERENCES orders, PRIMARY KEY (id, "a b"));
            CREATE TABLE invoices (id serial PRIMARY KEY, item int, "a b" int,
                FOREIGN KEY (item, "a b") REFERENCES "Order ""Items\""");
            CREATE TABLE events (at date, customer_id int REFERENCES customers) PARTITION BY RANGE (at);
            CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
            CREATE TABLE settings (id int);
            CREATE TABLE notes (order_id int REFERENCES orders, setting int);
            CREATE VIEW open_orders AS SELECT id FROM orders;
            CREATE VIEW order_totals AS SELECT o.id, i.item FROM orders AS o JOIN invoices AS i ON i.item = o.id;
            CREATE MATERIALIZED VIEW sums AS SELECT count(*) AS orders, encode(digest('x', 'md5'), 'hex') FROM orders;
            CREATE FUNCTION touch(order_id int) RETURNS void LANGUAGE plpgsql AS
                'BEGIN UPDATE orders SET id = id; PERFORM place_order(order_id); END';
            CREATE FUNCTION place_order(order_id int) RETURNS void LANGUAGE plpgsql AS $$
            DECLARE i invoices%ROWTYPE;
            BEGIN
                CREATE TEMP TABLE settings (id int);
                SELECT public.invoices.* INTO i FROM public.invoices CROSS JOIN settings;
                PERFORM nextval('invoices_id_seq'), touch(order_id), digest('x', 'md5'), count(*) FROM orders;
                EXECUTE 'DELETE FROM notes';
            END $$;
            CREATE FUNCTION label(orders) RETURNS text LANGUAGE sql AS 'SELECT $1.id::text';
            """;
    private static final List<String> CROSSINGS = List.of(
            "foreign key billing.invoices (item, \"a b\") -> shop.\"Order \"\"Items\"\"\" (id, \"a b\")",
            "foreign key public.notes (order_id) -> shop.orders (id)",
            "foreign key shop.events (customer_id) -> crm.customers (id)",
            "foreign key shop.orders (customer_id) -> crm.customers (id)",
            "view billing.sums -> shop.orders",
            "view public.order_totals -> billing.invoices",
            "view public.order_totals -> shop.orders",
            "routine billing.count_orders -> shop.orders",
            "routine billing.label -> shop.orders",
            "routine public.touch -> shop.orders",
            "routine public.touch -> shop.place_order",
            "routine shop.place_order -> billing.invoices",
            "routine shop.place_order -> billing.invoices_id_seq",
            "routine shop.place_order -> public.notes",
            "routine shop.place_order -> public.touch");
    private static final List<String> GROWN = List.of(
            "foreign key public.notes (setting) -> crm.customers (id)",
            "view public.late -> billing.invoices",
            "routine public.late -> shop.orders");

    private final MappingBuilder mapping = new MappingBuilder()
            .tables("crm", "customers")
            .tables("shop", "orders", "Order*", "events")
            .tables("billing", "invoices")
            .views("billing", "sums")
            .routines("shop", "place_order")
            .routines("billing", "label", "count_orders")
            .routineBodies(RoutineBodies.REWRITE);

    @TempDir
    private Path output;

    @PostgresTest
    void theBaselineIsTheSameBeforeAndAfterTheMoveAndOnlyShrinks(TestDatabase database) throws IOException {
        database.execute(DATABASE);
        boolean trees = database.query("SELECT current_setting('server_version_num')::int >= 140000")
                .equals(List.of("t"));
        database.execute("CREATE FUNCTION count_orders() RETURNS bigint LANGUAGE sql "
                + (trees ? "BEGIN ATOMIC SELECT count(*) FROM orders; END" : "AS 'SELECT count(*) FROM orders'"));
        Goals goals = Goals.on(database, output);
        Path file = output.resolve("folder/schema-baseline.yml");
        assertThat(crossings(goals)).isEqualTo(CROSSINGS);
        for (Compatibility compatibility : List.of(Compatibility.SEARCH_PATH, Compatibility.VIEWS)) {
            goals.migrate(mapping.compatibility(compatibility));
            assertThat(crossings(goals)).as("with %s", compatibility).isEqualTo(CROSSINGS);
            if (compatibility == Compatibility.SEARCH_PATH) {
                goals.rollback();
            }
        }
        assertThat(verify(goals, file, Optional.empty()).baseline()).isEmpty();
        Verify.Result written = verify(goals, file, Optional.of(BaselineUpdate.SHRINK));
        assertThat(baseline(written)).isEmpty();
        assertThat(written.baseline().orElseThrow().lines().get(0))
                .isEqualTo("Baseline b.yml: 15 crossings, written anew. Commit it.");
        assertThat(read(file)).isEqualTo(CROSSINGS);

        database.execute("""
                ALTER TABLE notes ADD FOREIGN KEY (setting) REFERENCES crm.customers;
                CREATE VIEW late AS SELECT id FROM public.invoices;
                CREATE FUNCTION late() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                ALTER TABLE notes RENAME CONSTRAINT notes_order_id_fkey TO renamed;
                DROP FUNCTION touch(int);
                CREATE FUNCTION touch(order_id int, again boolean) RETURNS void LANGUAGE plpgsql AS
                    'BEGIN UPDATE shop.orders SET id = id; PERFORM shop.place_order(order_id); END';
                DROP VIEW sums; DROP MATERIALIZED VIEW billing.sums;
                """);
        List<String> errors =
                GROWN.stream().map(c -> "CROSSING_NOT_IN_BASELINE " + c).toList();
        String shrinking = "BASELINE_CAN_SHRINK view billing.sums -> shop.orders";
        Verify.Result grown = verify(goals, file, Optional.empty());
        assertThat(baseline(grown))
                .containsExactlyElementsOf(Stream.concat(errors.stream().sorted(), Stream.of(shrinking))
                        .toList());
        assertThat(grown.report().hasErrors()).isTrue();
        assertThat(grown.report().findings())
                .filteredOn(f -> f.code() == FindingCode.BASELINE_CAN_SHRINK)
                .allMatch(f -> f.origin().orElseThrow().line() == 10);
        Verify.Result shrunk = verify(goals, file, Optional.of(BaselineUpdate.SHRINK));
        assertThat(baseline(shrunk))
                .containsExactlyElementsOf(errors.stream().sorted().toList());
        assertThat(shrunk.baseline().orElseThrow().lines())
                .containsExactly(
                        "Baseline b.yml: 14 crossings, after 0 added and 1 removed. Commit it.",
                        "  - view billing.sums -> shop.orders");
        assertThat(read(file)).hasSize(14).isSubsetOf(CROSSINGS);

        mapping.crossSchemaForeignKeys(CrossSchemaForeignKeys.ALLOW);
        database.execute("ALTER TABLE notes DROP CONSTRAINT renamed");
        verify(goals, file, Optional.of(BaselineUpdate.ALL));
        assertThat(read(file)).hasSize(16).contains(CROSSINGS.get(1)).doesNotContain(GROWN.get(0));
        mapping.crossSchemaForeignKeys(CrossSchemaForeignKeys.FAIL);
        assertThat(baseline(verify(goals, file, Optional.of(BaselineUpdate.ALL))))
                .isEmpty();
        assertThat(read(file)).hasSize(16).contains(GROWN.get(0)).doesNotContain(CROSSINGS.get(1));
        Verify.Result still = verify(goals, file, Optional.of(BaselineUpdate.ALL));
        assertThat(still.baseline().orElseThrow().lines()).containsExactly("Baseline b.yml: 16 crossings.");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private List<String> crossings(Goals goals) {
        return Crossings.of(Assigner.assign(goals.snapshot(), mapping.build())).stream()
                .map(Crossing::describe)
                .toList();
    }

    private Verify.Result verify(Goals goals, Path file, Optional<BaselineUpdate> update) {
        BaselineFile baseline = new BaselineFile(
                file,
                "b.yml",
                Files.exists(file) ? BaselineReader.read(file, "b.yml").baseline() : Optional.empty());
        return new Verify(goals.workplace(), ChangeListener.NONE)
                .run(mapping.build(), Expectation.MIGRATED, false, Optional.of(new BaselineCheck(baseline, update)));
    }

    private static List<String> baseline(Verify.Result result) {
        return result.report().findings().stream()
                .filter(f ->
                        f.code() == FindingCode.CROSSING_NOT_IN_BASELINE || f.code() == FindingCode.BASELINE_CAN_SHRINK)
                .map(RatchetTest::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.code() + " " + finding.subject();
    }

    private static List<String> read(Path file) {
        return BaselineReader.read(file, "b.yml").baseline().orElseThrow().crossings().stream()
                .map(Crossing::describe)
                .toList();
    }
}
