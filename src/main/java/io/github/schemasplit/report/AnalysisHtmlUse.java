package io.github.schemasplit.report;

import io.github.schemasplit.analysis.LimitHit;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.Verdict;
import io.github.schemasplit.names.CrossSchemaStatement;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What is known of the use of what moves, in {@code analysis.html}: statements that join schemas, and old names that a view does not serve. */
final class AnalysisHtmlUse {
    private final Html html;
    private final HtmlParts parts;
    private final AnalysisReport report;
    private final ReportedSchemas schemas;

    AnalysisHtmlUse(Html html, AnalysisReport report, ReportedSchemas schemas) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.report = report;
        this.schemas = schemas;
    }

    void write() {
        if (report.statements().isEmpty()) {
            html.element("p", "No statement is known that will join tables of several target schemas.");
        } else {
            parts.beginGroup(
                    false,
                    "Statements that will join several target schemas",
                    Figures.count(report.statements().size()),
                    List.of(
                            Column.of("Tables"),
                            Column.ofNumbers("Calls"),
                            Column.ofNumbers("Milliseconds"),
                            Column.of("Statement")));
            for (CrossSchemaStatement statement : report.statements()) {
                statement(statement);
            }
            parts.endGroup();
        }
        List<TableVerdict> others = new ArrayList<>();
        for (TableVerdict verdict : report.verdicts()) {
            if (verdict.verdict() != Verdict.VIEW) {
                others.add(verdict);
            }
        }
        if (!report.verdicts().isEmpty()) {
            html.element(
                    "p",
                    "A view under the old name will do for "
                            + Figures.count(report.verdicts().size() - others.size()) + " of "
                            + Figures.counted(report.verdicts().size(), "moving relation")
                            + ", as far as their use is known.");
        }
        if (!others.isEmpty()) {
            parts.beginGroup(
                    false,
                    "Old names that a view does not serve",
                    Figures.count(others.size()),
                    List.of(Column.of("Old name"), Column.of("What will do"), Column.of("Where that was seen")));
            for (TableVerdict verdict : others) {
                verdict(verdict);
            }
            parts.endGroup();
        }
    }

    private void statement(CrossSchemaStatement crossing) {
        StringJoiner tables = new StringJoiner(", ");
        for (QualifiedName table : crossing.tables()) {
            tables.add(table.sql());
        }
        html.begin("tr", "data-schemas", schemas.numbers(crossing.schemas()), "data-part", "use");
        HtmlPage.rowName(html, tables.toString());
        HtmlPage.number(html, crossing.statement().calls());
        HtmlPage.number(html, Math.round(crossing.statement().milliseconds()));
        html.begin("td")
                .element("code", crossing.statement().text())
                .element("div", "by role " + crossing.statement().role().value(), "class", "soft")
                .end();
        html.end();
    }

    private void verdict(TableVerdict verdict) {
        html.begin("tr", "data-schemas", schemas.numbers(List.of(verdict.target())), "data-part", "use");
        HtmlPage.rowName(html, verdict.relation().name().sql());
        html.element("td", verdict.verdict() == Verdict.SEARCH_PATH ? "a search_path does" : "change the code first");
        html.begin("td").begin("ul");
        for (LimitHit hit : verdict.hits()) {
            hit(hit);
        }
        html.end();
        if (verdict.further() > 0) {
            html.element("div", "and " + Figures.counted(verdict.further(), "further place"), "class", "soft");
        }
        html.end().end();
    }

    private void hit(LimitHit hit) {
        html.element("li", hit.limit().words() + ": " + hit.evidence().describe());
    }
}
