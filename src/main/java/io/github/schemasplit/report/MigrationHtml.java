package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.report.HtmlFilter.Option;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.report.HtmlParts.Section;
import io.github.schemasplit.report.MigrationReport.Batch;
import io.github.schemasplit.report.MigrationReport.Shut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code migration.html}: what a migration moved, each of its statements with the reason, and what was shut for how long, for people. */
public final class MigrationHtml {
    private final Html html;
    private final HtmlParts parts;
    private final MigrationReport report;
    private final Drawings drawings;

    private MigrationHtml(Html html, MigrationReport report, Drawings drawings) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.report = report;
        this.drawings = drawings;
    }

    /**
     * The report as a page in UTF-8, the same for the same report.
     *
     * @param drawings what was drawn for it before, and gets what is drawn now
     */
    public static byte[] write(MigrationReport report, Drawings drawings) {
        return HtmlPage.of(
                "Migration of database " + report.database(),
                html -> new MigrationHtml(html, report, drawings).content());
    }

    private void content() {
        html.element(
                "p",
                "Migrated: " + report.summary() + ", in "
                        + Figures.counted(report.batches().size(), "transaction")
                        + ". Audited before each commit: every object was in its place and as it was, and nothing else had changed.");
        html.element(
                "p",
                () -> html.text("Its exact inverse is ")
                        .element("code", "schema:rollback")
                        .text("."));
        parts.figures(() -> {
            parts.figure("moved", Figures.count(report.plan().moves().count()));
            parts.figure("statements", Figures.count(report.plan().operations().size()));
            parts.figure(
                    "old names kept", Figures.count(report.plan().madeViews().count()));
            parts.figure("transactions", Figures.count(report.batches().size()));
            parts.figure(
                    "longest shut",
                    Figures.time(shut().map(Shut::time).max(Duration::compareTo).orElse(Duration.ZERO)));
            parts.figure("doubts", Figures.count(doubts().count()));
        });
        List<Section> sections =
                new ArrayList<>(new HtmlMoves(html, parts, report.moves(), drawings).sections("What moved"));
        sections.addAll(List.of(
                new Section("old-names", "Old names", this::oldNames),
                new Section("shut", "What was shut", this::times),
                new Section("doubts", "Doubts", this::doubtful),
                new Section("statements", "All statements", this::statements),
                new Section("journal", "In the journal", this::journal)));
        parts.sections(sections, () -> filter().write(html));
    }

    private Stream<Shut> shut() {
        return report.batches().stream().flatMap(batch -> batch.shut().stream());
    }

    private Stream<Finding> doubts() {
        return report.batches().stream().flatMap(batch -> batch.doubts().stream());
    }

    private static HtmlFilter filter() {
        return HtmlFilter.ofParts(
                new Option("move", "what moved"),
                new Option("key", "foreign keys"),
                new Option("view", "old names"),
                new Option("shut", "what was shut"),
                new Option("doubt", "doubts"),
                new Option("statement", "statements"),
                new Option("entry", "entries of the journal"));
    }

    private void oldNames() {
        List<CompatibilityView> views = report.plan().madeViews().toList();
        if (views.isEmpty()) {
            html.element("p", "The migration made no views under old names.");
            return;
        }
        parts.group(
                "Old names that go on working as views",
                List.of(Column.of("Old name")),
                views.size(),
                () -> views.forEach(view -> parts.row("view", view.name().sql())));
    }

    private void times() {
        if (shut().findAny().isEmpty()) {
            html.element("p", "For how long anything was shut is not known.");
            return;
        }
        parts.shut(shut().toList(), shut -> shut.relation().sql(), Shut::time);
    }

    private void doubtful() {
        if (doubts().findAny().isEmpty()) {
            html.element("p", "Nothing was otherwise than planned after the commit.");
            return;
        }
        parts.group(
                true,
                "Not as planned after the commit, by others' work",
                Figures.count(doubts().count()),
                List.of(Column.of("What it is about"), Column.of("What is so"), Column.of("What to do")),
                () -> doubts().forEach(d -> parts.row("doubt", d.subject(), d.message(), d.remedy())));
    }

    private void statements() {
        parts.group(
                false,
                "All that was done, in order",
                Figures.count(report.plan().operations().size()),
                List.of(Column.of("What"), Column.of("Statement"), Column.of("Why")),
                () -> report.plan()
                        .operations()
                        .forEach(o -> parts.row(
                                "statement", o.subject(), o.statement().sql(), o.reason())));
    }

    private void journal() {
        parts.group(
                "Entries, one for each transaction",
                List.of(Column.of("Entry"), Column.of("Attempts")),
                report.batches().size(),
                () -> report.batches()
                        .forEach((Batch b) -> parts.row("entry", b.entry(), Figures.count(b.attempts()))));
    }
}
