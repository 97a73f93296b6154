package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.plan.CompatibilityView;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.report.HtmlFilter.Option;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.report.HtmlParts.Section;
import io.github.schemasplit.report.HtmlParts.Shut;
import io.github.schemasplit.report.MigrationReport.Batch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        html.begin("p")
                .text("Its exact inverse is ")
                .element("code", "schema:rollback")
                .text(".")
                .end();
        figures();
        HtmlMoves moves = new HtmlMoves(html, parts, report.moves(), drawings);
        List<Section> sections = new ArrayList<>(moves.sections("What moved"));
        sections.addAll(List.of(
                new Section("old-names", "Old names"),
                new Section("shut", "What was shut"),
                new Section("doubts", "Doubts"),
                new Section("statements", "All statements"),
                new Section("journal", "In the journal")));
        parts.links(sections);
        filter().write(html);
        for (Section section : sections) {
            parts.begin(section);
            switch (section.id()) {
                case "old-names" -> oldNames();
                case "shut" -> times();
                case "doubts" -> doubtful();
                case "statements" -> statements();
                case "journal" -> journal();
                default -> moves.write(section);
            }
            html.end();
        }
    }

    private void figures() {
        Duration longest = Duration.ZERO;
        for (Shut shut : shut()) {
            longest = shut.time().compareTo(longest) > 0 ? shut.time() : longest;
        }
        parts.beginFigures();
        parts.figure("moved", report.plan().moves().count());
        parts.figure("statements", report.plan().operations().size());
        parts.figure("old names kept", report.plan().madeViews().count());
        parts.figure("transactions", report.batches().size());
        parts.figure("longest shut", Figures.time(longest));
        parts.figure("doubts", doubts().size());
        html.end();
    }

    private List<Shut> shut() {
        List<Shut> shut = new ArrayList<>();
        for (Batch batch : report.batches()) {
            for (MigrationReport.Shut each : batch.shut()) {
                shut.add(new Shut(each.relation().sql(), each.time()));
            }
        }
        return shut;
    }

    private List<Finding> doubts() {
        List<Finding> doubts = new ArrayList<>();
        for (Batch batch : report.batches()) {
            doubts.addAll(batch.doubts());
        }
        return doubts;
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
        parts.beginGroup("Old names that go on working as views", List.of(Column.of("Old name")), views.size());
        for (CompatibilityView view : views) {
            parts.row("view", view.name().sql());
        }
        parts.endGroup();
    }

    private void times() {
        List<Shut> shut = shut();
        if (shut.isEmpty()) {
            html.element("p", "For how long anything was shut is not known.");
            return;
        }
        parts.shut(shut);
    }

    private void doubtful() {
        List<Finding> doubts = doubts();
        if (doubts.isEmpty()) {
            html.element("p", "Nothing was otherwise than planned after the commit.");
            return;
        }
        parts.beginGroup(
                true,
                "Not as planned after the commit, by others' work",
                Figures.count(doubts.size()),
                List.of(Column.of("What it is about"), Column.of("What is so"), Column.of("What to do")));
        for (Finding doubt : doubts) {
            parts.row("doubt", doubt.subject(), doubt.message(), doubt.remedy());
        }
        parts.endGroup();
    }

    private void statements() {
        List<Operation> operations = report.plan().operations();
        parts.beginGroup(
                false,
                "All that was done, in order",
                Figures.count(operations.size()),
                List.of(Column.of("What"), Column.of("Statement"), Column.of("Why")));
        for (Operation operation : operations) {
            parts.row("statement", operation.subject(), operation.statement().sql(), operation.reason());
        }
        parts.endGroup();
    }

    private void journal() {
        parts.beginGroup(
                "Entries, one for each transaction",
                List.of(Column.of("Entry"), Column.of("Attempts")),
                report.batches().size());
        for (Batch batch : report.batches()) {
            parts.row("entry", batch.entry(), Figures.count(batch.attempts()));
        }
        parts.endGroup();
    }
}
