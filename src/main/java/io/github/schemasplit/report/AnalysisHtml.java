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
import io.github.schemasplit.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code analysis.html}: what is so, what would move, and what speaks against it, for people. */
public final class AnalysisHtml {
    private static final String MADE_OF = "data-made-of";
    private static final List<Section> SECTIONS = List.of(
            new Section("schemas", "Schemas and tables"),
            new Section("findings", "Findings"),
            new Section("hazards", "Hazards"),
            new Section("keys", "Foreign keys"),
            new Section("use", "Use of what moves"));

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
        parts.links(SECTIONS);
        filter().write(html);
        AnalysisHtmlFindings findings = new AnalysisHtmlFindings(html, report, schemas);
        for (Section section : SECTIONS) {
            parts.begin(section);
            switch (section.id()) {
                case "schemas" -> new AnalysisHtmlSchemas(html, report, schemas, drawings).write();
                case "findings" -> findings.findings();
                case "hazards" -> findings.hazards();
                case "keys" ->
                    new HtmlKeys(
                                    html,
                                    schemas,
                                    "By the schemas that their tables will be in once everything has moved.")
                            .write();
                case "use" -> new AnalysisHtmlUse(html, report, schemas).write();
                default -> throw new IllegalStateException("nothing writes section " + section.id());
            }
            html.end();
        }
    }

    private void introduction() {
        Server server = report.assignment().snapshot().server();
        String moves = report.assignment().moves().isEmpty() ? "nothing" : MoveSummary.of(report.assignment());
        html.begin("p")
                .text("Read on PostgreSQL " + server.version() + " as role ")
                .element("code", server.currentRole().value())
                .text(". The mapping moves " + moves + " from schema ")
                .element("code", report.assignment().mapping().source().value().value())
                .text(". Nothing was changed.")
                .end();
        html.element(
                "p",
                report.hasErrors()
                        ? "It can not be migrated as the mapping says before the errors below are mended."
                        : "No finding stops the migration.",
                MADE_OF,
                madeOf);
        List<Hazard> severe = AllowedHazards.NONE.refused(report.hazards());
        if (!severe.isEmpty()) {
            html.begin("p")
                    .text("Where others use the database, schema:migrate goes on only with ")
                    .element("code", "schema.allowHazards=" + AllowedHazards.NONE.with(severe))
                    .text(".")
                    .end();
        }
    }

    private void figures() {
        long inPlace = 0;
        for (Placement placement : report.assignment().placements()) {
            inPlace += placement.isInPlace() ? 1 : 0;
        }
        long crossing = 0;
        for (ForeignKey key : schemas.keys().foreignKeys()) {
            crossing += key.crossesSchemas() ? 1 : 0;
        }
        parts.beginFigures();
        parts.figure("target schemas", schemas.keys().targets().size());
        parts.figure("to move", report.assignment().moves().size());
        parts.figure("in place", inPlace);
        parts.figure("foreign keys", schemas.keys().foreignKeys().size());
        parts.figure("between schemas", crossing);
        parts.figure("errors", count(Severity.ERROR));
        parts.figure("warnings", count(Severity.WARNING));
        parts.figure("notes", count(Severity.INFO));
        parts.figure(
                "severe hazards", AllowedHazards.NONE.refused(report.hazards()).size());
        html.end();
    }

    private long count(Severity severity) {
        long count = 0;
        for (Finding finding : report.findings()) {
            count += finding.severity() == severity ? 1 : 0;
        }
        return count;
    }

    private HtmlFilter filter() {
        List<Option> names = new ArrayList<>();
        for (Identifier schema : schemas.names()) {
            names.add(new Option(schemas.number(schema), schema.value()));
        }
        return new HtmlFilter(
                "group",
                List.of(
                        Choice.ofWords("Schema", "schemas", names),
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
