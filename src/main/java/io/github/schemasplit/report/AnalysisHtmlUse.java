package io.github.schemasplit.report;

import io.github.schemasplit.analysis.LimitHit;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.Verdict;
import io.github.schemasplit.names.CrossSchemaStatement;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sql.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of the use of what moves, in {@code analysis.html}: statements that join schemas, and old names that a view does not serve. */
final class AnalysisHtmlUse {
    private final Html html;
    private final AnalysisReport report;
    private final ReportedSchemas schemas;

    AnalysisHtmlUse(Html html, AnalysisReport report, ReportedSchemas schemas) {
        this.html = html;
        this.report = report;
        this.schemas = schemas;
    }

    void write() {
        if (report.statements().isEmpty()) {
            html.element("p", "No statement is known that will join tables of several target schemas.");
        } else {
            details(
                    "Statements that will join several target schemas",
                    report.statements().size(),
                    List.of(
                            Column.of("Tables"),
                            Column.ofNumbers("Calls"),
                            Column.ofNumbers("Milliseconds"),
                            Column.of("Statement")),
                    () -> report.statements().forEach(this::statement));
        }
        List<TableVerdict> others = report.verdicts().stream()
                .filter(v -> v.verdict() != Verdict.VIEW)
                .toList();
        if (!report.verdicts().isEmpty()) {
            html.element(
                    "p",
                    "A view under the old name will do for "
                            + Figures.count(report.verdicts().size() - others.size()) + " of "
                            + Figures.counted(report.verdicts().size(), "moving relation")
                            + ", as far as their use is known.");
        }
        if (!others.isEmpty()) {
            details(
                    "Old names that a view does not serve",
                    others.size(),
                    List.of(Column.of("Old name"), Column.of("What will do"), Column.of("Where that was seen")),
                    () -> others.forEach(this::verdict));
        }
    }

    private void details(String title, int count, List<Column> columns, Runnable rows) {
        html.element("details", () -> {
            html.element(
                    "summary",
                    () -> html.element("h3", title).text(" ").element("span", Figures.count(count), "class", "soft"));
            HtmlPage.table(html, title, columns, rows);
        });
    }

    private void statement(CrossSchemaStatement crossing) {
        html.element(
                "tr",
                () -> {
                    html.element(
                            "th",
                            () -> html.element(
                                    "code",
                                    crossing.tables().stream()
                                            .map(QualifiedName::sql)
                                            .collect(Collectors.joining(", "))),
                            "scope",
                            "row");
                    HtmlPage.number(html, crossing.statement().calls());
                    HtmlPage.number(html, Math.round(crossing.statement().milliseconds()));
                    html.element(
                            "td",
                            () -> html.element("code", crossing.statement().text())
                                    .element(
                                            "div",
                                            "by role "
                                                    + crossing.statement()
                                                            .role()
                                                            .value(),
                                            "class",
                                            "soft"));
                },
                "data-schemas",
                schemas.numbers(crossing.schemas()),
                "data-part",
                "use");
    }

    private void verdict(TableVerdict verdict) {
        html.element(
                "tr",
                () -> {
                    HtmlPage.rowName(html, verdict.relation().name().sql());
                    html.element(
                            "td",
                            verdict.verdict() == Verdict.SEARCH_PATH ? "a search_path does" : "change the code first");
                    html.element("td", () -> {
                        html.element("ul", () -> verdict.hits().forEach(this::hit));
                        if (verdict.further() > 0) {
                            html.element(
                                    "div",
                                    "and " + Figures.counted(verdict.further(), "further place"),
                                    "class",
                                    "soft");
                        }
                    });
                },
                "data-schemas",
                schemas.numbers(List.of(verdict.target())),
                "data-part",
                "use");
    }

    private void hit(LimitHit hit) {
        html.element("li", hit.limit().words() + ": " + hit.evidence().describe());
    }
}
