package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.report.HtmlPage.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings and hazards in {@code analysis.html}. */
final class AnalysisHtmlFindings {
    /** So many rows of a group are shown at once; a longer one is opened by who reads it. */
    private static final int OPEN = 20;

    private static final List<Column> FINDING =
            List.of(Column.of("What it is about"), Column.of("What is so, and what to do"));

    private final Html html;
    private final HtmlParts parts;
    private final AnalysisReport report;
    private final ReportedSchemas schemas;

    AnalysisHtmlFindings(Html html, AnalysisReport report, ReportedSchemas schemas) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.report = report;
        this.schemas = schemas;
    }

    void findings() {
        if (report.findings().isEmpty()) {
            html.element("p", "There is none.");
            return;
        }
        html.element(
                "p", "Worst first, each with its remedy. An error stops the migration, a warning or a note does not.");
        Map<Kind, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            groups.computeIfAbsent(new Kind(finding.severity(), finding.code()), kind -> new ArrayList<>())
                    .add(finding);
        }
        for (Map.Entry<Kind, List<Finding>> each : groups.entrySet()) {
            group(each.getKey(), each.getValue());
        }
    }

    private record Kind(Severity severity, FindingCode code) {
        String word() {
            return severity == Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
        }
    }

    private void group(Kind kind, List<Finding> findings) {
        boolean open = kind.severity() != Severity.INFO && findings.size() <= OPEN;
        beginDetails(open, kind.word(), kind.code().name(), findings.size());
        HtmlPage.beginTable(html, kind.word() + " " + kind.code().name(), FINDING);
        for (Finding finding : findings) {
            finding(kind.word(), finding);
        }
        parts.endGroup();
    }

    private void finding(String severity, Finding finding) {
        beginRow(finding.subject(), "finding", severity);
        html.begin("th", "scope", "row").element("code", finding.subject()).text("\n");
        if (finding.origin().isPresent()) {
            html.element("div", finding.origin().get().toString(), "class", "soft");
        }
        html.end();
        html.begin("td").element("div", finding.message());
        html.begin("div", "class", "remedy")
                .element("span", "To do: ", "class", "soft")
                .text(finding.remedy());
        html.end().end().end();
    }

    void hazards() {
        if (report.hazards().isEmpty()) {
            html.element("p", "There is none.");
            return;
        }
        html.element(
                "p",
                "What the migration may do to those who use the database. Severe ones have to be accepted; how to do without"
                        + " them is said on the page of each in the plugin's documentation.");
        for (Hazard hazard : report.hazards()) {
            hazard(hazard);
        }
    }

    private void hazard(Hazard hazard) {
        String severity = hazard.severity().name().toLowerCase(Locale.ROOT);
        beginDetails(
                hazard.isSevere() && hazard.subjects().size() <= OPEN,
                severity,
                hazard.id().name(),
                hazard.subjects().size());
        html.element("p", hazard.explanation(), "class", "inside");
        HtmlPage.beginTable(html, "What " + hazard.id().name() + " is about", List.of(Column.of("What it is about")));
        for (String subject : hazard.subjects()) {
            beginRow(subject, "hazard", severity);
            HtmlPage.rowName(html, subject);
            html.end();
        }
        parts.endGroup();
    }

    private void beginRow(String subject, String part, String severity) {
        html.begin("tr", "data-schemas", schemas.numbersOf(subject), "data-part", part, "data-severity", severity);
    }

    private void beginDetails(boolean open, String severity, String title, long count) {
        parts.beginDetails(open);
        html.begin("summary")
                .element("span", severity, "class", severity)
                .text(" ")
                .element("h3", title)
                .text(" ")
                .element("span", Figures.count(count), "class", "soft")
                .end();
    }
}
