package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.usecase.Goals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What {@code migration.html} and {@code rehearsal.html} have of what moved, pictures included. */
class HtmlMovesTest {
    private static final String MAPPING = """
            schemas:
              sales:
                tables: ["Kunden & Co", orders]
              billing:
                tables: [invoices]
            unmapped: keep
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void bothPagesHaveThePicturesOfTheAnalysis(TestDatabase database) throws Exception {
        database.execute(Files.readString(Path.of("src/test/resources/report/before.sql")));
        AnalysisReport analysis = analyze(database, MAPPING);
        ReportPage analyzed = ReportPage.of(AnalysisHtml.write(analysis));

        for (ReportPage page : pages(analysis)) {
            assertThat(page.texts("h2")).contains("Foreign keys").containsAnyOf("What moved", "What moved on the copy");
            assertThat(page.elements("svg"))
                    .hasSize(3)
                    .allMatch(svg -> svg.getAttribute("role").equals("img"));
            for (String picture : List.of("picture", "picture-0", "picture-1")) {
                assertThat(page.drawn(picture, "box")).isEqualTo(analyzed.drawn(picture, "box"));
                assertThat(page.drawn(picture, "line")).isEqualTo(analyzed.drawn(picture, "line"));
            }
            assertThat(page.texts("polyline")).hasSameSizeAs(analyzed.texts("polyline"));
            assertThat(page.elements("polyline"))
                    .extracting(line -> line.getAttribute("points"))
                    .containsExactlyElementsOf(analyzed.elements("polyline").stream()
                            .map(line -> line.getAttribute("points"))
                            .toList());
            assertThat(page.leadingNowhere()).isEmpty();
            assertThat(page.elements("g"))
                    .extracting(g -> g.getAttribute("data-to"))
                    .contains("schema-0", "moved-0");
            assertThat(page.elements("details"))
                    .filteredOn(d -> !ReportPage.elements(d, "svg").isEmpty())
                    .hasSize(2)
                    .noneMatch(d -> d.hasAttribute("open"));
        }
    }

    @PostgresTest
    void theSameIsSaidInWords(TestDatabase database) throws Exception {
        database.execute(Files.readString(Path.of("src/test/resources/report/before.sql")));

        for (ReportPage page : pages(analyze(database, MAPPING))) {
            assertThat(page.texts("li"))
                    .contains(
                            "sales: 2 tables, 1 view; foreign keys to auth (1)",
                            "billing: 1 table, 1 partition; foreign keys to sales (1)",
                            "public: 2 tables",
                            "auth: 1 table");
            assertThat(page.text()).contains("In it after the migration: 2 tables, 1 view.");
            assertThat(ReportPage.rows(page.group("billing to sales")))
                    .containsExactly("customer | billing.invoices (order_id) | sales.orders (id)");
            assertThat(ReportPage.rows(page.group("To sales"))).hasSize(3);
            for (Element svg : page.elements("svg")) {
                assertThat(ReportPage.elements(svg, "desc")).hasSize(1);
                assertThat(page.elements("*"))
                        .extracting(e -> e.getAttribute("id"))
                        .containsOnlyOnce(svg.getAttribute("aria-labelledby"), svg.getAttribute("aria-describedby"));
            }
        }
    }

    @PostgresTest
    void whatWasThereBeforeIsToldFromWhatMoved(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int REFERENCES a);"
                + " CREATE SCHEMA shop; CREATE SCHEMA crm; CREATE TABLE d (id int REFERENCES a);"
                + " ALTER TABLE a SET SCHEMA shop");

        for (ReportPage page : pages(analyze(database, "schemas: {shop: {tables: [a, b]}, crm: {tables: [d]}}"))) {
            assertThat(page.drawn("picture", "box")).contains("shop: 2 tables, 1 moved", "crm: 1 table");
            assertThat(page.drawn("picture-0", "box"))
                    .containsExactlyInAnyOrder("a: was there before", "b", "from crm");
            assertThat(page.leadingNowhere()).isEmpty();
        }
    }

    @PostgresTest
    void whereNoTableMovesThereIsNoPictureAndNoFrame(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int REFERENCES a);"
                + " CREATE VIEW v AS SELECT 1 AS one");
        AnalysisReport analysis = analyze(database, "schemas: {shop: {views: [v]}}\nunmapped: keep");
        assertThat(analysis.plan().moves()).hasSize(1);

        for (ReportPage page : pages(analysis)) {
            nothingIsDrawn(page);
            assertThat(ReportPage.rows(page.group("To shop"))).hasSize(1);
            assertThat(page.texts("h2")).doesNotContain("Foreign keys");
        }
        ReportPage failed =
                ReportPage.of(RehearsalHtml.write(RehearsalHtmlTest.failed(), Optional.empty(), new Drawings()));
        nothingIsDrawn(failed);
        assertThat(failed.texts("h2")).doesNotContain("What moved on the copy", "Foreign keys");
    }

    private static void nothingIsDrawn(ReportPage page) {
        assertThat(page.elements("*")).extracting(Element::getTagName).doesNotContain("svg");
        assertThat(page.elements("div"))
                .extracting(d -> d.getAttribute("class"))
                .doesNotContain("wide drawn", "wide");
    }

    @PostgresTest
    void nothingOfTheDatabaseIsMarkup(TestDatabase database) throws Exception {
        database.execute(HostileNames.SQL);

        for (ReportPage page : pages(analyze(database, HostileNames.MAPPING))) {
            assertThat(page.elements("*"))
                    .extracting(Element::getTagName)
                    .doesNotContain("img", "b", "link", "iframe", "object", "base", "foreignobject")
                    .containsOnlyOnce("script", "style", "h1", "form");
            assertThat(page.attributes()).doesNotContain("src", "style").noneMatch(a -> a.startsWith("on"));
            assertThat(page.drawn("picture", "box")).anyMatch(box -> box.startsWith("</script><img src=y"));
            assertThat(page.drawn("picture-0", "box")).contains(HostileNames.IMAGE);
            assertThat(page.drawn("picture-2", "box")).contains(HostileNames.CDATA, "' onmouseover='alert(1)");
            assertThat(page.leadingNowhere()).isEmpty();
        }
    }

    private static List<ReportPage> pages(AnalysisReport analysis) throws Exception {
        Moves moves = new Moves(analysis.plan(), analysis.assignment());
        return List.of(
                ReportPage.of(MovePages.migration(moves)),
                ReportPage.of(RehearsalHtml.write(RehearsalHtmlTest.failed(), Optional.of(moves), new Drawings())));
    }

    private AnalysisReport analyze(TestDatabase database, String mapping) {
        return Goals.on(database, output)
                .analyze(MappingParser.parse(MappingSources.of(YamlMappingReader.read(mapping, "mapping.yml"))));
    }
}
