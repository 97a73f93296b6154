package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.hazard.HazardId;
import io.github.schemasplit.hazard.HazardSeverity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunbookMarkdownTest {
    private static final Path GOLDEN = Path.of("src/test/resources/io/github/schemasplit/render/runbook.md");
    private static final String HOSTILE = "public.\"a`` | <b>*x*\n[y](z)`\"";
    private static final Runbook RUNBOOK = new Runbook(
            new Runbook.Place("shop", "localhost:5432"),
            "public",
            List.of(
                    new Runbook.Target(
                            "shop",
                            Optional.of("Orders & *more*"),
                            List.of(
                                    new Runbook.Move("table", "public.order_items", "shop.order_items"),
                                    new Runbook.Move("table", HOSTILE, "shop.x")),
                            List.of("app", "\"re`porter\"")),
                    new Runbook.Target("billing", Optional.empty(), List.of(), List.of())),
            "Until then the old names go on working as views",
            3,
            List.of("order_items_fk: shop.order_items → billing.bills"),
            List.of(
                    new Hazard(HazardId.API_CLIENTS, HazardSeverity.SEVERE, List.of("role anon", HOSTILE)),
                    new Hazard(
                            HazardId.CROSS_SCHEMA_FK, HazardSeverity.NOTICE, List.of("schema shop to schema billing"))),
            List.of(new Runbook.Topic(
                    "Scheduled jobs",
                    List.of(new Runbook.Item(
                            "cron job 7 (nightly)", "its command names " + HOSTILE, "run cron.alter_job")))),
            List.of(new Runbook.Pipeline(".ci/run", List.of(3, 14), List.of("order_items"))));

    private static final RunbookProgress DONE = new RunbookProgress(
            Optional.of("target/schema/shop.manifest.json"),
            Optional.of("rehearsal.json says that it failed"),
            false,
            List.of("entry 1: schema:migrate by \"o_w*n*er\""),
            Optional.of("journal entry 1"),
            Optional.of("verification.json says 0 errors"),
            true,
            Optional.empty());

    @Test
    void isTheGoldenOneWhateverNamesHold() throws IOException {
        String runbook = RunbookMarkdown.of(RUNBOOK, RunbookProgress.NOTHING, Optional.empty())
                .content();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, runbook);
        }
        assertThat(runbook).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void whatIsDoneIsWrittenAnewAndWhatPeopleTickedStaysTicked() {
        String first = RunbookMarkdown.of(RUNBOOK, RunbookProgress.NOTHING, Optional.empty())
                .content();
        String ticked = first.replace("- [ ] **Train the team**", "- [x] **Train the team**")
                .replace("- [ ] `.ci/run`", "- [x] `.ci/run`");
        String done = RunbookMarkdown.refreshed(ticked, RUNBOOK.place(), DONE)
                .orElseThrow()
                .content();
        assertThat(done)
                .contains("- [x] **Train the team**")
                .contains("- [x] **Back up the current database**: target/schema/shop.manifest.json.\n")
                .contains(
                        "- [ ] **Test the migration in a staging environment**: rehearsal.json says that it failed.\n")
                .contains("- entry 1: schema:migrate by \"o_w\\*n\\*er\"\n")
                .doesNotContain("not done yet, run schema:migrate");
        assertThat(RunbookMarkdown.refreshed(done, RUNBOOK.place(), RunbookProgress.NOTHING)
                        .orElseThrow()
                        .content())
                .isEqualTo(ticked);
        assertThat(RunbookMarkdown.of(RUNBOOK, RunbookProgress.NOTHING, Optional.of(done))
                        .content())
                .isEqualTo(ticked);
        String onWindows = done.replace("- [x] **Train", "- [X] **Train").replace("\n", "\r\n");
        assertThat(RunbookMarkdown.of(RUNBOOK, RunbookProgress.NOTHING, Optional.of(onWindows))
                        .content())
                .isEqualTo(ticked.replace("\n", "\r\n"));
        assertThat(RunbookMarkdown.refreshed(onWindows, RUNBOOK.place(), DONE)
                        .orElseThrow()
                        .content())
                .isEqualTo(onWindows);
        assertThat(RunbookMarkdown.refreshed(done, new Runbook.Place("other", "localhost:5432"), DONE))
                .isEmpty();
        assertThat(RunbookMarkdown.refreshed("no runbook", RUNBOOK.place(), DONE))
                .isEmpty();
    }
}
