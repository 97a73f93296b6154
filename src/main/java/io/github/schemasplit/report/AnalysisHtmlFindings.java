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
    private final AnalysisReport report;
    private final ReportedSchemas schemas;

    AnalysisHtmlFindings(Html html, AnalysisReport report, ReportedSchemas schemas) {
        this.html = html;
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
        report.findings()
                .forEach(f -> groups.computeIfAbsent(new Kind(f.severity(), f.code()), k -> new ArrayList<>())
                        .add(f));
        groups.forEach(this::group);
    }

    private record Kind(Severity severity, FindingCode code) {
        String word() {
            return severity == Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
        }
    }

    private void group(Kind kind, List<Finding> findings) {
        boolean open = kind.severity() != Severity.INFO && findings.size() <= OPEN;
        details(
                open,
                kind.word(),
                kind.code().name(),
                Figures.count(findings.size()),
                () -> HtmlPage.table(
                        html,
                        kind.word() + " " + kind.code().name(),
                        FINDING,
                        () -> findings.forEach(f -> finding(kind.word(), f))));
    }

    private void finding(String severity, Finding finding) {
        html.element(
                "tr",
                () -> {
                    html.element(
                            "th",
                            () -> {
                                html.element("code", finding.subject()).text("\n");
                                finding.origin().ifPresent(o -> html.element("div", o.toString(), "class", "soft"));
                            },
                            "scope",
                            "row");
                    html.element(
                            "td",
                            () -> html.element("div", finding.message())
                                    .element(
                                            "div",
                                            () -> html.element("span", "To do: ", "class", "soft")
                                                    .text(finding.remedy()),
                                            "class",
                                            "remedy"));
                },
                "data-schemas",
                schemas.numbersOf(finding.subject()),
                "data-part",
                "finding",
                "data-severity",
                severity);
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
        report.hazards().forEach(this::hazard);
    }

    private void hazard(Hazard hazard) {
        String severity = hazard.severity().name().toLowerCase(Locale.ROOT);
        details(
                hazard.isSevere() && hazard.subjects().size() <= OPEN,
                severity,
                hazard.id().name(),
                Figures.count(hazard.subjects().size()),
                () -> {
                    html.element("p", hazard.explanation(), "class", "inside");
                    HtmlPage.table(
                            html,
                            "What " + hazard.id().name() + " is about",
                            List.of(Column.of("What it is about")),
                            () -> hazard.subjects()
                                    .forEach(subject -> html.element(
                                            "tr",
                                            () -> HtmlPage.rowName(html, subject),
                                            "data-schemas",
                                            schemas.numbersOf(subject),
                                            "data-part",
                                            "hazard",
                                            "data-severity",
                                            severity)));
                });
    }

    private void details(boolean open, String severity, String title, String count, Runnable content) {
        Runnable all = () -> {
            html.element(
                    "summary",
                    () -> html.element("span", severity, "class", severity)
                            .text(" ")
                            .element("h3", title)
                            .text(" ")
                            .element("span", count, "class", "soft"));
            content.run();
        };
        if (open) {
            html.element("details", all, "open", "open");
        } else {
            html.element("details", all);
        }
    }
}
