package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.usecase.Goals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class AnalysisHtmlTest {
    private static final String MAPPING = """
            schemas:
              sales:
                purpose: "What \\"customers\\" order"
                tables: ["Kunden & Co", orders]
              billing:
                tables: [invoices]
            unmapped: keep
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void tellsWhatIsInWhichSchema(TestDatabase database) throws Exception {
        ReportPage page = shop(database);

        assertThat(page.elements("summary").stream().skip(1).limit(4).map(Element::getTextContent))
                .containsExactly(
                        "sales 2 tables, 1 view, 16 kB",
                        "billing 1 table, 1 partition, 8 kB",
                        "public 2 tables, 16 kB",
                        "auth 1 table, 8 kB");
        assertThat(ReportPage.rows(page.group("sales")))
                .containsExactly(
                        "Kunden & Co | table | 2 rows, 8 kB | from public | mapping.yml:4:14 Kunden & Co",
                        "orders; What they buy | table | 1 row, 8 kB | from public | mapping.yml:4:29 orders",
                        "open_orders | view |  | from public | all that it reads goes there");
        assertThat(ReportPage.rows(page.group("public")))
                .containsExactly(
                        "schema_migrations | table | 1 row, 8 kB | stays | a migration tool needs it",
                        "select | table | 1 row, 8 kB | stays | no entry names it");
        assertThat(page.text())
                .contains("What \"customers\" order. The schema will be made.")
                .contains("Not in the mapping; its tables that foreign keys lead to or from.");
    }

    @PostgresTest
    void tellsWhichForeignKeysRunWhere(TestDatabase database) throws Exception {
        ReportPage page = shop(database);

        assertThat(ReportPage.rows(page.group("billing to sales")))
                .containsExactly("customer | billing.invoices (order_id) | sales.orders (id)");
        assertThat(ReportPage.rows(page.group("sales to auth")))
                .containsExactly("owner | sales.\"Kunden & Co\" (\"auth user\") | auth.users (id)");
        assertThat(ReportPage.rows(page.group("within sales")))
                .containsExactly("customer | sales.orders (country, number) | sales.\"Kunden & Co\" (land, nummer)");
        assertThat(page.texts("caption")).contains("From the schema of the row to the schema of the column");
    }

    @PostgresTest
    void hasEachFindingWithItsRemedyAndEachHazardWithWhatItIsAbout(@Sample TestDatabase database) throws Exception {
        AnalysisReport report = analyze(database, SampleDatabase.wholeMapping(database));
        ReportPage page = page();

        List<String> rows = page.elements("details").stream()
                .flatMap(d -> ReportPage.rows(d).stream())
                .toList();
        assertThat(report.findings()).isNotEmpty();
        for (Finding finding : report.findings()) {
            assertThat(rows)
                    .as(finding.subject())
                    .anyMatch(row -> row.startsWith(finding.subject())
                            && row.contains(finding.message().strip().replaceAll("\\s*\n\\s*", "; "))
                            && row.endsWith("To do: " + finding.remedy().strip().replaceAll("\\s*\n\\s*", "; ")));
        }
        assertThat(page.elements("tr").stream()
                        .filter(tr -> tr.getAttribute("data-part").equals("hazard")))
                .extracting(tr -> tr.getTextContent().strip())
                .containsExactlyElementsOf(report.hazards().stream()
                        .flatMap(hazard -> hazard.subjects().stream())
                        .toList());
        assertThat(page.elements("tr").stream()
                        .filter(tr -> tr.getAttribute("data-part").equals("finding")))
                .hasSameSizeAs(report.findings());
    }

    @PostgresTest
    void knowsTheSchemaOfMostOfWhatIsFound(@Sample TestDatabase database) throws Exception {
        analyze(database, SampleDatabase.wholeMapping(database));
        List<Element> found = page().elements("tr").stream()
                .filter(tr -> Set.of("finding", "hazard").contains(tr.getAttribute("data-part")))
                .toList();

        assertThat(found.stream().filter(tr -> tr.getAttribute("data-schemas").isEmpty()))
                .extracting(tr -> ReportPage.elements(tr, "code").get(0).getTextContent())
                .noneMatch(subject -> subject.contains("public."));
    }

    @PostgresTest
    void nothingOfTheDatabaseIsMarkup(TestDatabase database) throws Exception {
        database.execute(HostileNames.SQL);
        analyze(database, parsed(HostileNames.MAPPING));
        ReportPage page = page();

        assertThat(page.elements("*"))
                .extracting(Element::getTagName)
                .doesNotContain("img", "b", "link", "iframe", "object", "base", "foreignobject")
                .containsOnlyOnce("script", "style", "h1", "form");
        assertThat(page.attributes()).doesNotContain("src", "style", "onerror").noneMatch(a -> a.startsWith("on"));
        assertThat(page.texts("code")).contains(HostileNames.IMAGE, "a\\u{202E}b\nc");
        assertThat(page.text()).contains(HostileNames.COMMENT);
        assertThat(page.elements("th")).allMatch(th -> Set.of("col", "row").contains(th.getAttribute("scope")));
        assertThat(page.elements("table"))
                .allMatch(t -> ReportPage.elements(t, "caption").size() == 1);
        assertThat(page.elements("a"))
                .extracting(a -> a.getAttribute("href"))
                .allMatch(href -> page.elements("*").stream().anyMatch(e -> ("#" + e.getAttribute("id")).equals(href)));
    }

    @PostgresTest
    void isTheSameForTheSameAndTellsOfAnEmptyDatabaseToo(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE a (id int)");
        AnalysisReport report = analyze(database, parsed("schemas: {shop: {tables: [a]}}"));

        assertThat(AnalysisHtml.write(report)).isEqualTo(Files.readAllBytes(output.resolve("analysis.html")));
        assertThat(page().text())
                .contains("The mapping moves 1 table to 1 schema from schema public", "There is none.");
    }

    @PostgresTest
    void isMadeAnewOnlyWhereItWouldBeAnother(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int REFERENCES a)");
        AnalysisReport before = analyze(database, parsed("schemas: {shop: {tables: [a, b]}}"));
        byte[] page = AnalysisHtml.write(before);
        database.execute("COMMENT ON TABLE a IS 'A'");
        AnalysisReport after = analyze(database, parsed("schemas: {shop: {tables: [a, b]}}"));

        assertThat(AnalysisHtml.unlessIn(before, AnalysisJson.write(before), Optional.of(page), new Drawings()))
                .isEmpty();
        assertThat(AnalysisHtml.unlessIn(after, AnalysisJson.write(after), Optional.of(page), new Drawings()))
                .contains(AnalysisHtml.write(after));
        assertThat(AnalysisHtml.unlessIn(
                        before, AnalysisJson.write(before), Optional.of(new byte[] {'<'}), new Drawings()))
                .contains(page);
    }

    @PostgresTest
    void whateverMakesAnotherPageMakesAnotherHash(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int REFERENCES a); CREATE TABLE c (id int)");
        String mapping = "schemas: {shop: {%s tables: [a, b]}}\nunmapped: keep\n";
        Map<String, String> pages = new HashMap<>();
        for (String change : List.of(
                "SELECT 1",
                "COMMENT ON TABLE c IS 'C'",
                "INSERT INTO c VALUES (1); ANALYZE c",
                "CREATE VIEW v AS SELECT 1 AS one",
                "ALTER TABLE c RENAME TO d",
                "CREATE SCHEMA shop",
                "CREATE SCHEMA other; CREATE TABLE other.x (id int REFERENCES a)",
                "COMMENT ON TABLE other.x IS 'X'",
                "CREATE ROLE " + database.name() + "_r; GRANT SELECT ON a TO " + database.name() + "_r")) {
            database.execute(change);
            for (String purpose : List.of("", "purpose: P,")) {
                AnalysisReport report = analyze(database, parsed(mapping.formatted(purpose)));
                String hash = AnalysisHtmlSource.hash(report, AnalysisJson.write(report));
                String page = new String(AnalysisHtml.write(report), StandardCharsets.UTF_8).replace(hash, "");
                String before = pages.put(hash, page);
                assertThat(before == null || before.equals(page)).as(change).isTrue();
            }
        }
        assertThat(pages).hasSizeGreaterThan(12);
    }

    @PostgresTest
    void drawsSchemasAndTheirTables(TestDatabase database) throws Exception {
        ReportPage page = shop(database);

        assertThat(page.elements("svg"))
                .hasSize(3)
                .allMatch(svg -> svg.getAttribute("role").equals("img"));
        assertThat(page.drawn("picture", "box"))
                .containsExactly("sales: 2 tables", "billing: 1 table", "public: 2 tables", "auth: 1 table");
        assertThat(page.drawn("picture", "line"))
                .containsExactly("1 foreign key from sales to auth", "1 foreign key from billing to sales");
        assertThat(page.drawn("picture-0", "box")).containsExactly("Kunden & Co", "orders", "to auth", "from billing");
        assertThat(page.drawn("picture-0", "line")).containsExactly("owner", "customer", "customer");
        assertThat(page.elements("g"))
                .extracting(g -> g.getAttribute("data-to"))
                .filteredOn(to -> !to.isEmpty())
                .allMatch(to -> page.elements("*").stream()
                        .anyMatch(e -> e.getAttribute("id").equals(to)));
        assertThat(page.text()).contains("No foreign keys lead from its tables or to them.");
    }

    @PostgresTest
    void leavesOutOfAPictureWhatWouldNotBeRead(TestDatabase database) throws Exception {
        StringBuilder sql = new StringBuilder("CREATE TABLE big_0 (id int PRIMARY KEY);");
        for (int i = 1; i < 160; i++) {
            sql.append("CREATE TABLE big_").append(i).append(" (id int REFERENCES big_0);");
        }
        for (int i = 0; i < 50; i++) {
            sql.append("CREATE TABLE loose_").append(i).append(i < 3 ? " (id int REFERENCES big_0);" : " (id int);");
        }
        database.execute(sql.toString());
        analyze(database, parsed("schemas: {big: {tables: [\"big_*\"]}, loose: {tables: [\"loose_*\"]}}"));
        ReportPage page = page();

        assertThat(page.text())
                .contains("160 of its tables have foreign keys, too many for a picture; the lists have them.")
                .contains("The picture has 3 of 50 tables: those with foreign keys.");
        assertThat(page.drawn("picture-1", "box")).containsExactly("loose_0", "loose_1", "loose_2", "to big");
        assertThat(ReportPage.rows(page.group("big"))).hasSize(160);
    }

    private ReportPage shop(TestDatabase database) throws Exception {
        database.execute(Files.readString(Path.of("src/test/resources/report/before.sql")));
        database.execute(
                "COMMENT ON TABLE orders IS 'What they buy'; INSERT INTO auth.users VALUES (1); ANALYZE auth.users");
        analyze(database, parsed(MAPPING));
        return page();
    }

    private AnalysisReport analyze(TestDatabase database, ParsedMapping mapping) {
        return Goals.on(database, output).analyze(mapping);
    }

    private static ParsedMapping parsed(String mapping) {
        return MappingParser.parse(MappingSources.of(YamlMappingReader.read(mapping, "mapping.yml")));
    }

    private ReportPage page() throws Exception {
        return ReportPage.of(Files.readAllBytes(output.resolve("analysis.html")));
    }
}
