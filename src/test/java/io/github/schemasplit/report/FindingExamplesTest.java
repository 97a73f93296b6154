package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.BaselineReader;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.SnapshotBuilder;
import io.github.schemasplit.verify.Expectation;
import io.github.schemasplit.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of pages on findings that a small database and a mapping show are what the console prints of these. */
class FindingExamplesTest {
    private static final Path PAGES = Path.of("src/site/markdown/findings");
    private static final String EXAMPLE = "## Example\n```text\n";

    private final Map<FindingCode, Finding> first = new EnumMap<>(FindingCode.class);

    @Test
    void areWhatTheConsolePrints() throws IOException {
        malformed();
        entries();
        source();
        options();
        owners();
        rights();
        access();
        policies();
        whatIsInTheWay();
        publications();
        followers();
        weakPoints();
        afterwards();
        // It says why the server could not be asked, and here there is none.
        first.remove(FindingCode.POLICY_NOT_CHECKED);
        assertThat(first).hasSizeGreaterThan(50);
        for (Map.Entry<FindingCode, Finding> entry : first.entrySet()) {
            Path page = PAGES.resolve(entry.getKey() + ".md");
            String text = Files.readString(page);
            String example = EXAMPLE
                    + String.join("\n", FindingsConsole.lines(entry.getValue())).indent(-2)
                    + "```\n";
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(page, text.substring(0, text.indexOf(EXAMPLE)) + example);
            }
            assertThat(Files.readString(page)).as(page.toString()).endsWith(example);
        }
    }

    private void malformed() {
        first(Analysis.of(parse("""
                schemas:
                  shop:
                    tables: [orders]
                    veiws: [order_totals]
                """).problems()));
        first(Analysis.ofBaseline(
                BaselineReader.read("""
                version: 1
                view: [public.order_totals -> shop.orders]
                """, "schema-baseline.yml").problems()));
    }

    private void entries() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.table("orders");
        database.table("order_lines");
        database.table("old_prices");
        database.table("schema_migrations");
        database.view("order_totals");
        analyze(database, """
                schemas:
                  shop:
                    tables: [ordesr, "order*", "invoice_*", order_totals]
                    views: [order_sums]
                    routines: ["place_order(uuid)"]
                    types: [order_state]
                    operators: ["===(integer, integer)"]
                  stock:
                    tables: ["*_lines"]
                """);
    }

    private void source() {
        analyze(new SnapshotBuilder(), """
                source: pubic
                schemas:
                  shop:
                    tables: ["*"]
                """);
    }

    private void options() {
        SnapshotBuilder database = new SnapshotBuilder();
        Relation customers = database.table("customers");
        Relation orders = database.table("orders");
        Relation lines = database.table("order_lines");
        database.foreignKey("orders_customer_fkey", orders, List.of(2), customers, List.of(1));
        database.foreignKey("order_lines_order_fkey", lines, List.of(2), orders, List.of(1));
        analyze(database, """
                schemas:
                  shop:
                    tables: [orders]
                    api: served
                  crm:
                    tables: [customers]
                unmapped: keep
                crossSchemaForeignKeys: warn
                """);
    }

    private void owners() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.role("app_owner");
        database.owner("app").schema("shop");
        database.table("orders");
        analyze(database, """
                schemas:
                  shop:
                    owner: app_owner
                    tables: [orders]
                  crm:
                    owner: app_ownr
                    tables: ["customer*"]
                  stock:
                    owner: app_owner
                    tables: ["stock_*"]
                """);
    }

    private void rights() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.role("app_owner");
        database.role("migrator");
        database.owner("app_owner").currentRole("migrator").databaseOwner("app_owner");
        database.mayNotCreateSchema();
        database.schema("main", "app_owner=UC", "migrator=U");
        database.schema("shop");
        database.table("main", "orders");
        Relation events = database.table("main", "events");
        database.publication("whole_schema", false, List.of(), "main");
        database.publication("events_feed", false, List.of(events));
        database.defaultAcl("app_owner", "main", 'r', "migrator=r");
        analyze(database, """
                source: main
                schemas:
                  shop:
                    purpose: Orders and their lines
                    tables: [orders]
                  log:
                    tables: [events]
                    access: { usage: [reporting] }
                createRoles: [reporting]
                """);
    }

    private void access() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.role("reporting");
        database.role("migrator", "app");
        database.owner("app").table("orders");
        database.role("app_owner");
        database.owner("app_owner").currentRole("app").schema("shop", "app=UC");
        database.table("shop", "customers");
        analyze(database, """
                schemas:
                  shop:
                    tables: [orders, customers]
                    access:
                      strict: true
                      usage: [reportng]
                      tables: { reporting: [select] }
                """);
    }

    private void policies() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.table("orders");
        analyze(database, """
                schemas:
                  shop:
                    tables: [orders]
                    policies:
                      - { table: orders, name: Own orders, to: [reportng], using: customer = 7 }
                      - { table: order, name: Own orders, using: customer = 7 }
                      - { table: orders, name: Everybody, drop: true }
                """);
    }

    private void whatIsInTheWay() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.role("supabase_admin");
        database.owner("supabase_admin").schema("auth");
        database.owner("app").schema("shop");
        database.table("shop", "orders");
        database.table("shop", "old_orders");
        database.table("orders");
        database.table("users");
        analyze(database, """
                schemas:
                  shop:
                    tables: [orders]
                  auth:
                    tables: [users]
                """);
    }

    private void publications() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.schema("shop");
        Relation orders = database.table("orders");
        Relation lines = database.table("order_lines");
        database.publication("all_of_public", false, List.of(), "public");
        database.publication("orders_feed", false, List.of(orders));
        database.publication("shop_feed", false, List.of(lines), List.of(lines), "shop");
        analyze(database, """
                schemas:
                  shop:
                    tables: [orders, order_lines]
                """);
    }

    private void followers() {
        SnapshotBuilder database = new SnapshotBuilder();
        Relation events = database.relation(RelationKind.PARTITIONED_TABLE, "public", "events");
        database.partition("public", "events_2025", events);
        database.partition("public", "events_2026", events);
        database.partition("archive", "events_2019", events);
        Relation orders = database.table("orders");
        Relation stock = database.table("stock");
        database.view("orders_in_stock", orders, stock);
        database.sequence("public", "ids", orders, stock);
        database.extension("citext", database.type("public", "citext", 'b'));
        database.relation(RelationKind.FOREIGN_TABLE, "public", "rates");
        database.routine("public", "place_order", "", "BEGIN INSERT INTO orders VALUES (1); END", "search_path=public");
        database.routine("public", "clear", "text", "BEGIN EXECUTE format('DELETE FROM %I', $1); END");
        analyze(database, """
                schemas:
                  shop:
                    tables: [events, orders, rates]
                unmapped: keep
                routineBodies: report
                """);
    }

    private void weakPoints() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.role("reporting");
        database.schema("shop", "=UC");
        database.definer("shop", "place_order", "uuid");
        database.grant(database.table("shop", "orders"), "=r");
        database.schema("old", "app=UC");
        analyze(database, """
                schemas:
                  shop:
                    tables: [orders]
                """);
    }

    private void afterwards() {
        SnapshotBuilder database = new SnapshotBuilder();
        database.table("customers");
        database.table("notes");
        database.table("shop", "orders");
        database.table("orders");
        String mapping = """
                schemas:
                  shop:
                    tables: [orders, customers]
                unmapped: fail
                """;
        for (Expectation expectation : List.of(Expectation.MIGRATED, Expectation.ORIGINAL)) {
            first(Verifier.verify(
                    assignment(database, parse(mapping)),
                    Optional.empty(),
                    List.of(),
                    Identifier.of("schemasplit"),
                    expectation));
        }
    }

    private void analyze(SnapshotBuilder database, String mapping) {
        first(Analysis.of(assignment(database, parse(mapping))));
    }

    private static Assignment assignment(SnapshotBuilder database, ParsedMapping mapping) {
        assertThat(mapping.problems()).isEmpty();
        return Assigner.assign(database.build(), mapping.mapping().orElseThrow());
    }

    private static ParsedMapping parse(String mapping) {
        return MappingParser.parse(MappingSources.of(YamlMappingReader.read(mapping, "mapping.yml")));
    }

    private void first(List<Finding> findings) {
        findings.forEach(finding -> first.putIfAbsent(finding.code(), finding));
    }
}
