package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.sourcecode.MovedNames;
import io.github.schemasplit.sourcecode.Sources;
import io.github.schemasplit.testing.Browser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** {@code refactor.html} where people read it. */
class RefactorHtmlInBrowserTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final String MAPPING = """
            schemas:
              shop: {tables: [orders, "%s"]}
              crm: {tables: [users]}
            unmapped: keep
            """.formatted(HOSTILE);

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void opensABrowser() throws IOException {
        browser = Browser.start();
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(
                sources.resolve("a<b>&.sql"),
                "SELECT * FROM \"" + HOSTILE + "\"; -- </script><script>document.title = 'run'</script>\n");
        Files.writeString(sources.resolve("b.sql"), "SELECT * FROM orders;\nSELECT * FROM users;\n");
        Files.writeString(sources.resolve("c.sql"), "DELETE FROM orders;\n");
        MovedNames names =
                new MovedNames(MappingParser.parse(MappingSources.of(YamlMappingReader.read(MAPPING, "mapping.yml")))
                        .mapping()
                        .orElseThrow());
        page = folder.resolve("refactor.html");
        try (OutputStream out = Files.newOutputStream(page)) {
            RefactorHtml.write(new Sources(sources, names, List.of(), List.of(), folder.resolve("target")).read(), out);
        }
    }

    @AfterAll
    static void closesIt() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void opensThePage() {
        browser.scripts(true);
        browser.open(page);
    }

    @AfterEach
    void nothingWasComplainedOfAndNoRequestLeft() {
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsOnly(page.toUri().toString());
    }

    @Test
    void nothingOfTheSourcesRuns() {
        assertThat(browser.evaluate("return document.title;")).isEqualTo("What the sources name");
        assertThat(browser.seen("img")).isZero();
        assertThat(browser.evaluate("return document.scripts.length;")).isEqualTo(1L);
        assertThat(browser.evaluate("return document.querySelector('main').innerText;")
                        .toString())
                .contains("public." + HOSTILE, "</script><script>document.title = 'run'</script>", "a<b>&.sql");
    }

    @Test
    void searchesAndFilters() {
        browser.awaitText("#shown", "4 of 4 shown, in 3 files.");
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(4);

        browser.write("#filter input", "users");
        browser.awaitText("#shown", "1 of 4 shown, in 1 file.");
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(1);

        browser.write("#filter input", "<img");
        browser.awaitText("#shown", "1 of 4 shown");
        browser.write("#filter input", "no such name");
        browser.awaitText("#shown", "Nothing is like that.");
        assertThat(browser.seen("details")).isZero();

        browser.element("#filter button[type=reset]").click();
        browser.awaitText("#shown", "4 of 4");
        browser.choose("select[name=schema]", "crm");
        browser.awaitText("#shown", "1 of 4 shown, in 1 file.");
    }

    @Test
    void opensAndClosesWithMouseAndKeys() {
        browser.element("#close").click();
        assertThat(browser.seen("tbody tr[data-kind]")).isZero();

        browser.element("details summary").click();
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(1);

        browser.element("#close").sendKeys(Keys.TAB, Keys.ENTER);
        browser.press(Keys.ENTER);
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(1);

        browser.element("#open").click();
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(4);
    }

    @Test
    void isWholeWithoutScripts() {
        browser.scripts(false);
        browser.open(page);

        assertThat(browser.seen("#filter")).isZero();
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(4);
        browser.element("details summary").click();
        assertThat(browser.seen("tbody tr[data-kind]")).isEqualTo(3);
    }

    @Test
    void isPrintedWhole() {
        browser.element("#close").click();
        browser.shownOn("print", "dark");
        assertThat(browser.seen("form, nav")).isZero();
        assertThat(browser.evaluate("return getComputedStyle(document.body).backgroundColor;"))
                .isEqualTo("rgb(255, 255, 255)");
        browser.shownOn("screen", "light");
    }
}
