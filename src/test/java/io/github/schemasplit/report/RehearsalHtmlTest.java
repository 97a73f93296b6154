package io.github.schemasplit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.hazard.HazardId;
import io.github.schemasplit.hazard.HazardSeverity;
import io.github.schemasplit.testing.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class RehearsalHtmlTest {
    private static final String TABLE = "public.\"" + HostileNames.IMAGE + "\"";

    @TempDir
    private Path folder;

    @Test
    void hasAllThatTheReportHasAndNothingIsMarkup() throws Exception {
        ReportPage page = ReportPage.of(RehearsalHtml.write(failed(), Optional.empty(), new Drawings()));

        assertThat(page.text())
                .contains("Rehearsed: 1 table to 1 schema, on an embedded server (PostgreSQL 15.1), filled by scripts.")
                .contains(
                        "It did not pass: 1 thing to be seen to first.",
                        "None fails",
                        "2 clients ran the script 7 times");
        assertThat(page.texts("dd")).containsExactly("2", "12.5 s", "1,234 ms", "1", "3", "1", "1");
        assertThat(ReportPage.rows(page.group("To be seen to first"))).containsExactly(HostileNames.COMMENT);
        assertThat(ReportPage.rows(page.group("What was done, in order")))
                .containsExactly(
                        "migrate | done | 1,500 ms | moved", "verify | failed | 11.0 s | " + HostileNames.IMAGE);
        assertThat(ReportPage.rows(page.group("For how long relations were shut")))
                .containsExactly(TABLE + " | 1,234 ms", "public.a | 5 ms");
        assertThat(ReportPage.rows(page.group("Locks that each statement took and none before it")))
                .containsExactly(TABLE + " | AccessExclusiveLock | ALTER TABLE " + TABLE + " SET SCHEMA shop");
        assertThat(ReportPage.rows(page.group("What had to be waited for"))).containsExactly("waited for x");
        assertThat(ReportPage.rows(page.group("What failed for clients"))).containsExactly("SELECT 1: no | 3");
        assertThat(ReportPage.rows(page.group("In the database and not in it"))).containsExactly("table " + TABLE);
        assertThat(ReportPage.rows(page.group("Hazards that schema.allowHazards has to accept in earnest")))
                .hasSize(1)
                .allMatch(row -> row.startsWith("DYNAMIC_SQL | Routines put statements together"));
        assertThat(page.elements("*"))
                .extracting(Element::getTagName)
                .doesNotContain("img", "b", "iframe")
                .containsOnlyOnce("script", "style");
    }

    @Test
    void whatAHazardIsAboutIsShownWhenItIsAskedForWhereThatIsMuch() throws Exception {
        List<String> subjects =
                IntStream.range(0, 1_000).mapToObj(i -> "table public.t" + i).toList();
        RehearsalReport failed = failed();
        ReportPage page = ReportPage.of(RehearsalHtml.write(
                new RehearsalReport(
                        failed.fingerprint(),
                        failed.database(),
                        failed.summary(),
                        List.of(new Hazard(HazardId.OLD_NAME_LOST, HazardSeverity.SEVERE, subjects)),
                        failed.copy(),
                        failed.steps(),
                        failed.locks(),
                        failed.routines(),
                        failed.load(),
                        failed.problems()),
                Optional.empty(),
                new Drawings()));

        assertThat(page.elements("details"))
                .filteredOn(d -> !d.hasAttribute("open"))
                .filteredOn(d -> d.getTextContent().contains("table public.t777, table public.t778"))
                .singleElement()
                .extracting(d -> ReportPage.elements(d, "summary").get(0).getTextContent())
                .isEqualTo("table public.t0 and 999 more");
    }

    @Test
    void tellsOfOneThatPassed() throws Exception {
        RehearsalReport failed = failed();
        ReportPage page = ReportPage.of(RehearsalHtml.write(
                new RehearsalReport(
                        failed.fingerprint(),
                        failed.database(),
                        failed.summary(),
                        List.of(),
                        new RehearsedCopy(
                                "a server", "a dump", "", List.of(), List.of(), List.of(), List.of(), List.of()),
                        List.of(),
                        new RehearsedLocks(List.of(), List.of(), List.of()),
                        RehearsedRoutines.NONE,
                        Optional.empty(),
                        List.of()),
                Optional.empty(),
                new Drawings()));

        assertThat(page.text())
                .contains("It passed: nothing speaks against the migration.", "It was like the database.")
                .contains(
                        "Nothing is known to have been shut.", "No clients worked meanwhile.", ", on a server, filled");
    }

    @Test
    void isReadInABrowser() throws Exception {
        Path page = Files.write(
                folder.resolve("rehearsal.html"), RehearsalHtml.write(failed(), Optional.empty(), new Drawings()));
        try (Browser browser = Browser.start()) {
            browser.open(page);
            browser.element("#open").click();
            assertThat(browser.seen("tbody tr")).isEqualTo(10);
            assertThat(browser.seen("img, b")).isZero();
            assertThat(browser.evaluate("return document.title;")).isEqualTo("Rehearsal for database </title><b>");
            browser.choose("select[name=part]", "step");
            browser.awaitText("#shown", "2 of 10 shown, in 1 group.");
            browser.size(400, 800);
            assertThat(browser.evaluate(
                            "const page = document.documentElement; return page.scrollWidth - page.clientWidth;"))
                    .isEqualTo(0L);
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requests()).containsOnly(page.toUri().toString());
        }
    }

    static RehearsalReport failed() {
        return new RehearsalReport(
                new RehearsalFingerprint("00"),
                new RehearsedDatabase(Optional.empty(), 1, "</title><b>"),
                "1 table to 1 schema",
                List.of(new Hazard(HazardId.DYNAMIC_SQL, HazardSeverity.SEVERE, List.of("function a()"))),
                new RehearsedCopy(
                        "an embedded server",
                        "scripts",
                        "15.1",
                        List.of(),
                        List.of(),
                        List.of("table " + TABLE),
                        List.of(),
                        List.of()),
                List.of(
                        new RehearsalStep("migrate", RehearsalStep.Outcome.DONE, Duration.ofMillis(1_500), "moved"),
                        new RehearsalStep(
                                "verify", RehearsalStep.Outcome.FAILED, Duration.ofMillis(11_000), HostileNames.IMAGE)),
                new RehearsedLocks(
                        List.of(new RehearsedLocks.Taken(
                                "ALTER TABLE " + TABLE + " SET SCHEMA shop", TABLE, "AccessExclusiveLock")),
                        List.of(
                                new RehearsedLocks.Blocking("public.a", Duration.ofMillis(5)),
                                new RehearsedLocks.Blocking(TABLE, Duration.ofMillis(1_234))),
                        List.of("waited for x")),
                new RehearsedRoutines(3, List.of(), List.of()),
                Optional.of(new RehearsedLoad(
                        2,
                        7,
                        new TreeMap<>(Map.of("SELECT 1: no", 3L)),
                        Duration.ofMillis(1),
                        Duration.ofMillis(2),
                        "SELECT 1")),
                List.of(HostileNames.COMMENT));
    }
}
