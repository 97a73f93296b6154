package io.github.schemasplit.report;

import io.github.schemasplit.analysis.ForeignKey;
import io.github.schemasplit.analysis.ForeignKeyMatrix;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** The foreign keys of a report: how many run between which schemas, and which. */
final class HtmlKeys {
    private static final List<Column> COLUMNS =
            List.of(Column.of("Foreign key"), Column.of("Of"), Column.of("References"));

    private final Html html;
    private final HtmlParts parts;
    private final ReportedSchemas schemas;
    private final String order;

    /**
     * @param order by what they are in order, as a sentence
     */
    HtmlKeys(Html html, ReportedSchemas schemas, String order) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.schemas = schemas;
        this.order = order;
    }

    void write() {
        if (schemas.keys().foreignKeys().isEmpty()) {
            html.element("p", "There is none.");
            return;
        }
        html.element("p", order + " Those between two schemas come first.");
        html.begin(
                "div",
                "class",
                "wide",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Foreign keys between schemas");
        matrix();
        html.end();
        Map<ForeignKeyMatrix.Cell, List<ForeignKey>> pairs = new HashMap<>();
        for (ForeignKey key : schemas.keys().foreignKeys()) {
            pairs.computeIfAbsent(
                            new ForeignKeyMatrix.Cell(key.fromSchema(), key.toSchema()), pair -> new ArrayList<>())
                    .add(key);
        }
        for (Identifier from : schemas.names()) {
            for (Identifier to : schemas.names()) {
                if (!from.equals(to)) {
                    pair(from.value() + " to " + to.value(), keys(pairs, from, to));
                }
            }
        }
        for (Identifier schema : schemas.names()) {
            pair("within " + schema.value(), keys(pairs, schema, schema));
        }
    }

    private static List<ForeignKey> keys(
            Map<ForeignKeyMatrix.Cell, List<ForeignKey>> pairs, Identifier from, Identifier to) {
        return pairs.getOrDefault(new ForeignKeyMatrix.Cell(from, to), List.of());
    }

    private void matrix() {
        List<Identifier> with = withKeys();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("From tables in"));
        for (Identifier to : with) {
            columns.add(Column.ofNumbers(to.value()));
        }
        HtmlPage.beginTable(html, "From the schema of the row to the schema of the column", columns);
        for (Identifier from : with) {
            html.begin("tr");
            HtmlPage.rowName(html, from.value());
            for (Identifier to : with) {
                long count = schemas.matrix().count(from, to);
                html.element("td", count == 0 ? "·" : Figures.count(count), "class", "number");
            }
            html.end();
        }
        HtmlPage.endTable(html);
    }

    /** The schemas that foreign keys lead from or to. */
    private List<Identifier> withKeys() {
        Set<Identifier> ends = new HashSet<>();
        for (ForeignKeyMatrix.Cell cell : schemas.matrix().counts().keySet()) {
            ends.add(cell.from());
            ends.add(cell.to());
        }
        List<Identifier> with = new ArrayList<>(schemas.names());
        with.retainAll(ends);
        return with;
    }

    private void pair(String title, List<ForeignKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        parts.beginDetails(false, title, Figures.counted(keys.size(), "foreign key"));
        HtmlPage.beginTable(html, "Foreign keys, " + title, COLUMNS);
        for (ForeignKey key : keys) {
            key(key);
        }
        parts.endGroup();
    }

    private void key(ForeignKey key) {
        html.begin(
                "tr", "data-schemas", schemas.numbers(List.of(key.fromSchema(), key.toSchema())), "data-part", "key");
        HtmlPage.rowName(html, key.name().value());
        side(key.from(), key.fromSchema(), key.columns());
        side(key.to(), key.toSchema(), key.referencedColumns());
        html.end();
    }

    private void side(QualifiedName table, Identifier schemaAfter, List<Identifier> columns) {
        StringJoiner names = new StringJoiner(", ", " (", ")");
        for (Identifier column : columns) {
            names.add(column.sql());
        }
        html.begin("td").element("code", table.in(schemaAfter).sql() + names).end();
    }
}
