package io.github.schemasplit.report;

import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.analysis.ForeignKeyMatrix;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The foreign keys of a report: how many run between which schemas, and which. */
final class HtmlKeys {
    private static final List<Column> COLUMNS =
            List.of(Column.of("Foreign key"), Column.of("Of"), Column.of("References"));

    private final Html html;
    private final ReportedSchemas schemas;
    private final String order;

    /**
     * @param order by what they are in order, as a sentence
     */
    HtmlKeys(Html html, ReportedSchemas schemas, String order) {
        this.html = html;
        this.schemas = schemas;
        this.order = order;
    }

    void write() {
        if (schemas.keys().foreignKeys().isEmpty()) {
            html.element("p", "There is none.");
            return;
        }
        html.element("p", order + " Those between two schemas come first.");
        html.element(
                "div",
                this::matrix,
                "class",
                "wide",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Foreign keys between schemas");
        Map<ForeignKeyMatrix.Cell, List<ForeignKey>> pairs = new LinkedHashMap<>();
        schemas.keys().foreignKeys().stream()
                .sorted(Comparator.comparing((ForeignKey key) -> !key.crossesSchemas())
                        .thenComparing(key -> schemas.names().indexOf(key.fromSchema()))
                        .thenComparing(key -> schemas.names().indexOf(key.toSchema())))
                .forEach(key -> pairs.computeIfAbsent(
                                new ForeignKeyMatrix.Cell(key.fromSchema(), key.toSchema()), c -> new ArrayList<>())
                        .add(key));
        pairs.forEach(this::pair);
    }

    private void matrix() {
        List<Identifier> with = schemas.names().stream()
                .filter(s -> schemas.matrix().counts().keySet().stream()
                        .anyMatch(c -> c.from().equals(s) || c.to().equals(s)))
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.of("From tables in")));
        with.forEach(s -> columns.add(Column.ofNumbers(s.value())));
        HtmlPage.table(
                html,
                "From the schema of the row to the schema of the column",
                columns,
                () -> with.forEach(from -> html.element("tr", () -> {
                    HtmlPage.rowName(html, from.value());
                    with.forEach(to -> {
                        long count = schemas.matrix().count(from, to);
                        html.element("td", count == 0 ? "·" : Figures.count(count), "class", "number");
                    });
                })));
    }

    private void pair(ForeignKeyMatrix.Cell pair, List<ForeignKey> keys) {
        boolean crosses = !pair.from().equals(pair.to());
        String title = crosses
                ? pair.from().value() + " to " + pair.to().value()
                : "within " + pair.from().value();
        html.element("details", () -> {
            html.element(
                    "summary",
                    () -> html.element("h3", title)
                            .text(" ")
                            .element("span", Figures.counted(keys.size(), "foreign key"), "class", "soft"));
            HtmlPage.table(html, "Foreign keys, " + title, COLUMNS, () -> keys.forEach(this::key));
        });
    }

    private void key(ForeignKey key) {
        html.element(
                "tr",
                () -> {
                    HtmlPage.rowName(html, key.name().value());
                    html.element("td", () -> html.element("code", end(key.from(), key.fromSchema(), key.columns())));
                    html.element(
                            "td", () -> html.element("code", end(key.to(), key.toSchema(), key.referencedColumns())));
                },
                "data-schemas",
                schemas.numbers(List.of(key.fromSchema(), key.toSchema())),
                "data-part",
                "key");
    }

    private static String end(QualifiedName table, Identifier schemaAfter, List<Identifier> columns) {
        return table.in(schemaAfter).sql()
                + columns.stream().map(Identifier::sql).collect(Collectors.joining(", ", " (", ")"));
    }
}
