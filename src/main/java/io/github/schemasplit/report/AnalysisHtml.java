package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.report.HtmlFilter.Choice;
import io.github.schemasplit.report.HtmlFilter.Option;
import io.github.schemasplit.report.HtmlParts.Section;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code analysis.html}: what is so, what would move, and what speaks against it, for people. */
public final class AnalysisHtml {
    private static final String MADE_OF = "data-made-of";

    private final Html html;
    private final HtmlParts parts;
    private final AnalysisReport report;
    private final ReportedSchemas schemas;
    private final String madeOf;
    private final Drawings drawings;

    private AnalysisHtml(Html html, AnalysisReport report, ReportedSchemas schemas, String madeOf, Drawings drawings) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.report = report;
        this.schemas = schemas;
        this.madeOf = madeOf;
        this.drawings = drawings;
    }

    /** The report as a page in UTF-8, the same for the same report. */
    public static byte[] write(AnalysisReport report) {
        return page(report, AnalysisHtmlSource.hash(report, AnalysisJson.write(report)), new Drawings());
    }

    /**
     * The same, unless a page that is there was made of the same. To lay out the pictures takes longer than all else, which builds in
     * which nothing has changed do without.
     *
     * @param json the report for programs
     * @param there what is there
     * @param drawings what was laid out before, and gets what is laid out now
     */
    public static Optional<byte[]> unlessIn(
            AnalysisReport report, byte[] json, Optional<byte[]> there, Drawings drawings) {
        String madeOf = AnalysisHtmlSource.hash(report, json);
        boolean isThere = there.isPresent()
                && new String(there.get(), StandardCharsets.UTF_8).contains(" " + MADE_OF + "=\"" + madeOf + "\"");
        return isThere ? Optional.empty() : Optional.of(page(report, madeOf, drawings));
    }

    private static byte[] page(AnalysisReport report, String madeOf, Drawings drawings) {
        Server server = report.assignment().snapshot().server();
        return HtmlPage.of(
                "Analysis of database " + server.database().value(),
                html -> new AnalysisHtml(html, report, new ReportedSchemas(report), madeOf, drawings).content());
    }

    private void content() {
        introduction();
        figures();
        AnalysisHtmlFindings findings = new AnalysisHtmlFindings(html, report, schemas);
        parts.sections(
                List.of(
                        new Section(
                                "schemas",
                                "Schemas and tables",
                                new AnalysisHtmlSchemas(html, report, schemas, drawings)::write),
                        new Section("findings", "Findings", findings::findings),
                        new Section("hazards", "Hazards", findings::hazards),
                        new Section(
                                "keys",
                                "Foreign keys",
                                new HtmlKeys(
                                                html,
                                                schemas,
                                                "By the schemas that their tables will be in once everything has moved.")
                                        ::write),
                        new Section("use", "Use of what moves", new AnalysisHtmlUse(html, report, schemas)::write)),
                () -> filter().write(html));
    }

    private void introduction() {
        Server server = report.assignment().snapshot().server();
        html.element(
                "p",
                () -> html.text("Read on PostgreSQL " + server.version() + " as role ")
                        .element("code", server.currentRole().value())
                        .text(". The mapping moves "
                                + (report.assignment().moves().isEmpty()
                                        ? "nothing"
                                        : MoveSummary.of(report.assignment()))
                                + " from schema ")
                        .element(
                                "code",
                                report.assignment().mapping().source().value().value())
                        .text(". Nothing was changed."));
        html.element(
                "p",
                report.hasErrors()
                        ? "It can not be migrated as the mapping says before the errors below are mended."
                        : "No finding stops the migration.",
                MADE_OF,
                madeOf);
        List<Hazard> severe = AllowedHazards.NONE.refused(report.hazards());
        if (!severe.isEmpty()) {
            html.element(
                    "p",
                    () -> html.text("Where others use the database, schema:migrate goes on only with ")
                            .element("code", "schema.allowHazards=" + AllowedHazards.NONE.with(severe))
                            .text("."));
        }
    }

    private void figures() {
        parts.figures(() -> {
            figure("target schemas", schemas.keys().targets().size());
            figure("to move", report.assignment().moves().size());
            figure(
                    "in place",
                    report.assignment().placements().stream()
                            .filter(Placement::isInPlace)
                            .count());
            figure("foreign keys", schemas.keys().foreignKeys().size());
            figure(
                    "between schemas",
                    schemas.keys().foreignKeys().stream()
                            .filter(ForeignKey::crossesSchemas)
                            .count());
            figure("errors", count(Severity.ERROR));
            figure("warnings", count(Severity.WARNING));
            figure("notes", count(Severity.INFO));
            figure(
                    "severe hazards",
                    AllowedHazards.NONE.refused(report.hazards()).size());
        });
    }

    private long count(Severity severity) {
        return report.findings().stream()
                .map(Finding::severity)
                .filter(severity::equals)
                .count();
    }

    private void figure(String what, long count) {
        parts.figure(what, Figures.count(count));
    }

    private HtmlFilter filter() {
        return new HtmlFilter(
                "group",
                List.of(
                        Choice.ofWords(
                                "Schema",
                                "schemas",
                                schemas.names().stream()
                                        .map(s -> new Option(schemas.number(s), s.value()))
                                        .toList()),
                        Choice.ofWords(
                                "Part",
                                "part",
                                List.of(
                                        new Option("object", "tables and other objects"),
                                        new Option("finding", "findings"),
                                        new Option("hazard", "hazards"),
                                        new Option("key", "foreign keys"),
                                        new Option("use", "use of what moves"))),
                        Choice.ofWords(
                                "Severity",
                                "severity",
                                List.of(
                                        new Option("error", "error"),
                                        new Option("severe", "severe hazard"),
                                        new Option("warning", "warning"),
                                        new Option("notice", "notice"),
                                        new Option("note", "note")))));
    }
}
