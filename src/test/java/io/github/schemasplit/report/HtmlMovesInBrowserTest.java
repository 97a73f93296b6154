package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.bench.SyntheticMapping;
import io.github.schemasplit.bench.SyntheticSchema;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.testing.Browser;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.github.schemasplit.usecase.Goals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pictures of {@code migration.html} and {@code rehearsal.html} where people look at them. */
class HtmlMovesInBrowserTest {
    private static final String PICTURE = ".picture";
    private static final String TABLES = "details .picture";
    private static final int TARGETS = 5;

    @TempDir
    private static Path folder;

    private static Browser browser;

    private Path opened = Path.of("");

    @BeforeAll
    static void opensABrowser() throws Exception {
        browser = Browser.start();
        try (TestDatabase database = SampleDatabase.copy(TestServer.newest())) {
            write("sample", database, SampleDatabase.wholeMapping(database));
        }
        try (TestDatabase database = TestServer.newest().createDatabase()) {
            database.execute(HostileNames.SQL);
            write(
                    "hostile",
                    database,
                    MappingParser.parse(
                            MappingSources.of(YamlMappingReader.read(HostileNames.MAPPING, "mapping.yml"))));
        }
        try (TestDatabase database = TestServer.newest().createDatabase()) {
            try (Connection connection = database.connect()) {
                SyntheticSchema.create(connection, 1_000);
            }
            write("large", database, new ParsedMapping(Optional.of(SyntheticMapping.of(1_000)), List.of(), List.of()));
        }
    }

    private static void write(String name, TestDatabase database, ParsedMapping mapping) throws Exception {
        MovePages.write(
                folder.resolve(name),
                Goals.on(database, folder.resolve("analysis of " + name)).analyze(mapping));
    }

    @AfterAll
    static void closesIt() {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(String name, String page) {
        opened = folder.resolve(name).resolve(page);
        browser.open(opened);
    }

    @BeforeEach
    void isAsItWas() {
        browser.scripts(true);
        browser.shownOn("screen", "light");
        browser.size(1280, 900);
    }

    @AfterEach
    void nothingWasComplainedOfAndNoRequestLeft() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsOnly(opened.toUri().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.html", "rehearsal.html"})
    void schemasComeFirstAndTablesWhenTheyAreAskedFor(String page) {
        open("sample", page);
        assertThat(browser.seen(PICTURE)).isEqualTo(1);
        assertThat(browser.seen("[data-part=move]")).isZero();
        assertThat(browser.evaluate("return document.querySelectorAll('" + TABLES + "').length;"))
                .isEqualTo((long) TARGETS);

        browser.element(".picture [data-to=schema-1] rect").click();
        assertThat(browser.seen("#schema-1")).isEqualTo(1);
        assertThat(browser.seen("#schema-0")).isZero();
        assertThat(browser.seen(TABLES)).isEqualTo(1);

        browser.element("details[open] .picture [data-to^=moved-]").click();
        assertThat(browser.seen("tr:target[data-part=move]")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.html", "rehearsal.html"})
    void whatIsJumpedToIsSeenWithItsTitleAndNoColumnIsSqueezed(String page) {
        open("sample", page);
        browser.element(".picture [data-to=schema-1] rect").click();
        assertThat(browser.evaluate(
                        "const title = document.getElementById('schema-1').closest('details').firstElementChild"
                                + ".querySelector('h3').getBoundingClientRect();"
                                + " return document.elementFromPoint(title.x + 9, title.y + 9).tagName;"))
                .isEqualTo("H3");

        browser.element("#open").click();
        assertThat(browser.evaluate("return Math.min(...Array.from(document.querySelectorAll('tr[data-part] td'))"
                        + ".map(cell => cell.getBoundingClientRect().width));"))
                .satisfies(width -> assertThat(((Number) width).doubleValue()).isGreaterThan(120));
        browser.size(400, 900);
        assertThat(browser.evaluate("return Array.from(document.querySelectorAll('.wide tbody th code'))"
                        + ".every(name => name.getClientRects().length === 1);"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.html", "rehearsal.html"})
    void areOpenedByKeysAndByLinksWithoutScripts(String page) {
        browser.scripts(false);
        open("sample", page);
        assertThat(browser.seen(PICTURE)).isEqualTo(1);

        browser.element("#moved ~ details summary:has(h3)").sendKeys(" ");
        assertThat(browser.seen(TABLES)).isEqualTo(1);
        browser.element("#moved ~ details:not(:has(h3)) summary").sendKeys(Keys.ENTER);
        browser.element("a[href='#schema-2']").sendKeys(Keys.ENTER);
        assertThat(browser.seen("#schema-2")).isEqualTo(1);
        assertThat(browser.seen(TABLES)).isEqualTo(2);
        assertThat(browser.evaluate("return Array.from(document.querySelectorAll('.drawn'))"
                        + ".every(e => e.tabIndex === 0 && e.getAttribute('aria-label') !== '');"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.html", "rehearsal.html"})
    void nothingOfTheDatabaseRuns(String page) {
        open("hostile", page);
        browser.element("#open").click();

        assertThat(browser.seen(TABLES)).isPositive();
        assertThat(browser.evaluate("return document.title;").toString()).doesNotContain("run");
        assertThat(browser.evaluate("return document.querySelectorAll('img, b, iframe').length;"))
                .isEqualTo(0L);
        assertThat(browser.evaluate("return document.scripts.length;")).isEqualTo(1L);
        assertThat(browser.evaluate("return Array.from(document.querySelectorAll('.picture title'))"
                                + ".map(e => e.textContent).join('\\n');")
                        .toString())
                .contains(HostileNames.IMAGE, HostileNames.CDATA, "</script><img src=y onerror=alert(2)>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.html", "rehearsal.html"})
    void areSeenInTheDarkAndPrintedWhole(String page) {
        open("sample", page);
        browser.shownOn("screen", "dark");
        assertThat(browser.evaluate("return getComputedStyle(document.querySelector('.picture .name')).fill;"))
                .isEqualTo("rgb(228, 232, 236)");
        browser.size(400, 800);
        browser.element("#open").click();
        assertThat(browser.evaluate(
                        "const page = document.documentElement; return page.scrollWidth - page.clientWidth;"))
                .isEqualTo(0L);
        browser.element("#close").click();

        browser.size(1280, 900);
        browser.shownOn("print", "dark");
        browser.evaluate("dispatchEvent(new Event('beforeprint')); return 1;");
        assertThat(browser.seen(TABLES)).isEqualTo(TARGETS);
        assertThat(browser.evaluate("return Array.from(document.querySelectorAll('.picture'))"
                        + ".every(p => document.documentElement.clientWidth >= p.getBoundingClientRect().right);"))
                .isEqualTo(true);
        browser.evaluate("dispatchEvent(new Event('afterprint')); return 1;");
        browser.shownOn("screen", "light");
        assertThat(browser.seen(TABLES)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"migration.html", "rehearsal.html"})
    void areUsedWithAThousandTables(String page) throws Exception {
        open("large", page);

        assertThat(Files.size(opened)).isLessThan(2_000_000);
        assertThat(browser.evaluate("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;"))
                .satisfies(milliseconds ->
                        assertThat(((Number) milliseconds).doubleValue()).isLessThan(10_000));
        assertThat(browser.seen(PICTURE)).isEqualTo(1);
        assertThat(browser.seen("tbody tr")).isLessThan(100);
        browser.choose("select[name=part]", "move");
        browser.write("#filter input", "t00777");
        browser.awaitText("#shown", "in 1 group.");
        assertThat(browser.seen("[data-part=move]")).isPositive();
    }
}
