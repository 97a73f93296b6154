package io.github.schemasplit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserTest {
    @TempDir
    private Path folder;

    @Test
    void seesWhatAPageAsksForAndComplainsOf() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), """
                <!DOCTYPE html>
                <title>A page</title>
                <details><summary>More</summary><p>here</p></details>
                <script>console.error('It went wrong.'); document.title = 'run';</script>
                <img src="http://127.0.0.1:9/picture.png">
                """);
        Path other = Files.writeString(folder.resolve("other.html"), "<!DOCTYPE html><p hidden>nothing</p>");
        try (Browser browser = Browser.start()) {
            browser.open(page);
            assertThat(browser.evaluate("return document.title;")).isEqualTo("run");
            assertThat(browser.seen("p")).isZero();
            assertThat(browser.complaints()).anyMatch(c -> c.contains("It went wrong."));
            assertThat(browser.requests()).contains(page.toUri().toString(), "http://127.0.0.1:9/picture.png");

            browser.scripts(false);
            browser.open(page);
            browser.element("summary").click();
            assertThat(browser.evaluate("return document.title;")).isEqualTo("A page");
            assertThat(browser.seen("p")).isEqualTo(1);

            browser.open(other);
            assertThat(browser.seen("p")).isZero();
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).containsExactly(other.toUri().toString());
        }
    }
}
