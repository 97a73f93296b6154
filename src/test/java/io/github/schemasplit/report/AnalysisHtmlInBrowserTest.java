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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** {@code analysis.html} where people read it. */
class AnalysisHtmlInBrowserTest {
    private static final String ROWS = "details tbody tr";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path sample;
    private static Path hostile;

    private Path opened = Path.of("");

    @BeforeAll
    static void opensABrowser() {
        browser = Browser.start();
        try (TestDatabase database = SampleDatabase.copy(TestServer.newest())) {
            Goals.on(database, folder.resolve("sample")).analyze(SampleDatabase.wholeMapping(database));
        }
        try (TestDatabase database = TestServer.newest().createDatabase()) {
            database.execute(HostileNames.SQL);
            Goals.on(database, folder.resolve("hostile"))
                    .analyze(MappingParser.parse(
                            MappingSources.of(YamlMappingReader.read(HostileNames.MAPPING, "mapping.yml"))));
        }
        sample = folder.resolve("sample/analysis.html");
        hostile = folder.resolve("hostile/analysis.html");
    }

    @AfterAll
    static void closesIt() {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(Path page) {
        opened = page;
        browser.open(page);
    }

    @AfterEach
    void nothingWasComplainedOfAndNoRequestLeft() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsOnly(opened.toUri().toString());
    }

    @BeforeEach
    void isAsItWas() {
        browser.scripts(true);
        browser.shownOn("screen", "light");
        browser.size(1280, 900);
    }

    @Test
    void nothingOfTheDatabaseRuns() {
        open(hostile);
        browser.element("#open").click();

        assertThat(browser.evaluate("return document.title;").toString()).startsWith("Analysis of database ");
        assertThat(browser.seen("img, b, iframe")).isZero();
        assertThat(browser.evaluate("return document.scripts.length;")).isEqualTo(1L);
        assertThat(browser.evaluate("return document.querySelector('main').innerText;")
                        .toString())
                .contains(HostileNames.IMAGE, HostileNames.COMMENT, "</script><img src=y onerror=alert(2)>");
    }

    @Test
    void searchesAndFilters() {
        open(sample);
        assertThat(browser.seen("section")).isGreaterThan(4);

        browser.write("#filter input", "order_items");
        Object named = browser.evaluate(
                "return Array.from(document.querySelectorAll(arguments[0]))"
                        + ".filter(row => row.textContent.includes('order_items')).length;",
                ROWS);
        browser.awaitText("#shown", named + " of ");
        assertThat(browser.seen(ROWS)).isPositive().isEqualTo(named);

        browser.element("#filter button[type=reset]").click();
        browser.choose("select[name=part]", "finding");
        browser.awaitText("#shown", browser.seen("[data-part=finding]:not([hidden])") + " of ");
        assertThat(browser.seen("[data-part=object], [data-part=key], [data-part=hazard]"))
                .isZero();
        assertThat(browser.seen("section")).isEqualTo(1);

        browser.element("#filter button[type=reset]").click();
        browser.choose("select[name=schemas]", "1");
        browser.choose("select[name=part]", "object");
        browser.awaitText("#shown", "in 1 group.");
        assertThat(browser.seen("[data-part=object]:not([data-schemas='1'])")).isZero();
    }

    @Test
    void isOpenedByKeysAndByLinksAndWholeWithoutScripts() {
        browser.scripts(false);
        open(sample);

        assertThat(browser.seen("#filter")).isZero();
        assertThat(browser.seen("[data-part=object]")).isZero();
        browser.element("#schemas ~ details summary:has(h3)").sendKeys(" ");
        assertThat(browser.seen("[data-part=object]")).isPositive();
    }

    @Test
    void leadsFromAPictureAndFromLinksToWhatIsMeant() {
        open(sample);
        assertThat(browser.evaluate("return document.querySelector('.picture').viewBox.baseVal.width;"))
                .isEqualTo(browser.evaluate("return document.querySelector('.picture').width.baseVal.value;"));
        browser.element(".picture [data-to=schema-1] rect").click();
        assertThat(browser.seen("#schema-1")).isEqualTo(1);
        assertThat(browser.seen("#schema-0")).isZero();

        browser.element("details [data-to^=object-1-]").click();
        assertThat(browser.seen("tr:target")).isEqualTo(1);

        browser.scripts(false);
        open(sample);
        browser.element("#schemas ~ details summary").click();
        browser.element("a[href='#schema-2']").sendKeys(Keys.ENTER);
        assertThat(browser.seen("#schema-2")).isEqualTo(1);
    }

    @Test
    void picturesAreSeenInTheLightAndInTheDark() {
        open(sample);
        String colours = "const style = e => getComputedStyle(document.querySelector(e));"
                + " return [style('.picture .name').fill, style('.picture rect').fill, style('.picture polyline').stroke].join(' ');";
        Object light = browser.evaluate(colours);
        browser.shownOn("screen", "dark");

        assertThat(light).isEqualTo("rgb(27, 31, 36) rgb(243, 245, 247) rgb(87, 96, 106)");
        assertThat(browser.evaluate(colours)).isEqualTo("rgb(228, 232, 236) rgb(31, 37, 44) rgb(165, 174, 184)");
    }

    @Test
    void isPrintedWhole() {
        open(sample);
        browser.shownOn("print", "dark");
        browser.evaluate("dispatchEvent(new Event('beforeprint')); return 1;");

        assertThat(browser.seen("form, nav")).isZero();
        assertThat(browser.seen(ROWS))
                .isEqualTo(browser.evaluate("return document.querySelectorAll('" + ROWS + "').length;"));
        assertThat(browser.evaluate("return Array.from(document.querySelectorAll('.picture'))"
                        + ".every(p => document.documentElement.clientWidth >= p.getBoundingClientRect().right);"))
                .isEqualTo(true);
        browser.evaluate("dispatchEvent(new Event('afterprint')); return 1;");
        browser.shownOn("screen", "light");
        assertThat(browser.seen("[data-part=object]")).isZero();
    }

    @Test
    void isUsedWithAThousandTables() throws Exception {
        try (TestDatabase database = TestServer.newest().createDatabase()) {
            try (Connection connection = database.connect()) {
                SyntheticSchema.create(connection, 1_000);
            }
            Goals.on(database, folder.resolve("large"))
                    .analyze(new ParsedMapping(Optional.of(SyntheticMapping.of(1_000)), List.of(), List.of()));
        }
        open(folder.resolve("large/analysis.html"));

        assertThat(Files.size(opened)).isLessThan(2_000_000);
        assertThat(browser.evaluate("return performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;"))
                .satisfies(milliseconds ->
                        assertThat(((Number) milliseconds).doubleValue()).isLessThan(10_000));
        assertThat(browser.seen(ROWS)).isLessThan(100);
        browser.write("#filter input", "t00777");
        browser.awaitText(
                "#shown",
                browser.evaluate("return Array.from(document.querySelectorAll('" + ROWS
                                + "')).filter(row => row.textContent.includes('t00777')).length;")
                        + " of ");
        assertThat(browser.seen("[data-part=object]")).isEqualTo(1);
    }

    @Test
    void isUsedOnANarrowWindowAndInTheDark() {
        open(sample);
        browser.size(400, 800);
        browser.shownOn("screen", "dark");
        browser.element("#open").click();

        assertThat(browser.evaluate(
                        "const page = document.documentElement; return page.scrollWidth - page.clientWidth;"))
                .isEqualTo(0L);
        assertThat(browser.evaluate("return getComputedStyle(document.body).backgroundColor;"))
                .isEqualTo("rgb(20, 24, 29)");
    }

    @Test
    void nothingCoversTheSearchWhereThePageIsScrolled() {
        open(sample);
        browser.element("#open").click();
        browser.evaluate("scrollTo(0, 3000); return scrollY;");

        assertThat(browser.evaluate(
                        "const place = arguments[0].getBoundingClientRect();"
                                + " return document.elementFromPoint(place.x + 9, place.y + 9) === arguments[0];",
                        browser.element("#filter input")))
                .isEqualTo(true);
    }
}
