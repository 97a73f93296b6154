package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sql.Identifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schemas in {@code analysis.html}, each with what will be in it. */
final class AnalysisHtmlSchemas implements Pictured {
    private static final List<Column> COLUMNS = List.of(
            Column.of("Name"), Column.of("Kind"), Column.of("Rows and size"), Column.of("Move"), Column.of("Why"));

    private final Html html;
    private final HtmlParts parts;
    private final Assignment assignment;
    private final ReportedSchemas schemas;
    private final SchemaPictures pictures;
    private final Map<Identifier, List<SchemaObject>> objects = new LinkedHashMap<>();
    private final Map<ObjectId, Integer> places = new HashMap<>();

    AnalysisHtmlSchemas(Html html, AnalysisReport report, ReportedSchemas schemas, Drawings drawings) {
        this.html = html;
        this.parts = new HtmlParts(html);
        this.assignment = report.assignment();
        this.schemas = schemas;
        this.pictures = new SchemaPictures(html, schemas, this, drawings);
        for (Identifier schema : schemas.names()) {
            List<SchemaObject> inSchema = schemas.objects(schema);
            objects.put(schema, inSchema);
            for (int i = 0; i < inSchema.size(); i++) {
                places.put(inSchema.get(i).id(), i);
            }
        }
    }

    void write() {
        html.element(
                "p",
                "Each schema as it will be once everything has moved. An arrow leads from the schema whose tables have foreign keys to the"
                        + " schema that they reference; the tables are below.");
        pictures.overview(objects);
        new SchemaList(html, schemas, this).write(objects);
        for (Map.Entry<Identifier, List<SchemaObject>> each : objects.entrySet()) {
            schema(each.getKey(), each.getValue());
        }
    }

    private void schema(Identifier schema, List<SchemaObject> inSchema) {
        parts.beginDetails(false, schema.value(), String.join(", ", counts(inSchema)));
        html.element("p", about(schema), "id", place(schema), "class", "inside");
        if (schemas.isTarget(schema) || schemas.isSource(schema)) {
            pictures.of(schema, inSchema);
        }
        if (!inSchema.isEmpty()) {
            HtmlPage.beginTable(html, "What will be in schema " + schema.value(), COLUMNS);
            for (SchemaObject object : inSchema) {
                object(schema, object);
            }
            HtmlPage.endTable(html);
        }
        html.end();
    }

    @Override
    public List<String> counts(List<SchemaObject> objects) {
        List<String> counts = SchemaList.kinds(objects);
        boolean isKnown = false;
        long bytes = 0;
        for (SchemaObject object : objects) {
            if (object instanceof Relation relation && relation.kind().isTable()) {
                isKnown |= relation.rowEstimate() >= 0;
                bytes += relation.bytes();
            }
        }
        if (isKnown) {
            counts.add(Figures.bytes(bytes));
        }
        return counts;
    }

    @Override
    public String place(Identifier schema) {
        return "schema-" + schemas.number(schema);
    }

    @Override
    public String place(Identifier schema, SchemaObject table) {
        return "object-" + schemas.number(schema) + "-" + places.get(table.id());
    }

    private String about(Identifier schema) {
        Optional<TargetSchema> target = assignment.mapping().target(schema);
        if (target.isEmpty()) {
            return schemas.isSource(schema)
                    ? "The source schema, with the tables and views that stay in it."
                    : "Not in the mapping; its tables that foreign keys lead to or from.";
        }
        Optional<Located<String>> said = target.get().purpose();
        String purpose = said.isPresent() ? said.get().value() + ". " : "";
        return purpose.replace(".. ", ". ")
                + (assignment.snapshot().schema(schema).isPresent()
                        ? "The schema is there."
                        : "The schema will be made.");
    }

    private void object(Identifier schema, SchemaObject object) {
        Optional<Placement> placement = assignment.placement(object.id());
        Optional<String> comment = assignment.snapshot().comment(object.id());
        html.begin("tr", "id", place(schema, object), "data-schemas", schemas.number(schema), "data-part", "object");
        html.begin("th", "scope", "row").element("code", name(object)).text("\n");
        if (comment.isPresent()) {
            html.element("div", comment.get(), "class", "soft");
        }
        html.end();
        html.element("td", kind(object));
        html.element("td", size(object), "class", "short");
        html.element("td", move(placement), "class", "short");
        html.element("td", why(object, placement)).end();
    }

    private static String name(SchemaObject object) {
        String arguments = object.arguments();
        return object.name().name().value() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
    }

    private static String kind(SchemaObject object) {
        if (!(object instanceof Relation relation)) {
            return object.id().catalog().noun();
        }
        return relation.partition()
                ? "partition"
                : relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String size(SchemaObject object) {
        return object instanceof Relation relation && relation.rowEstimate() >= 0
                ? Figures.counted(relation.rowEstimate(), "row") + ", " + Figures.bytes(relation.bytes())
                : "";
    }

    private static String move(Optional<Placement> placement) {
        if (placement.isEmpty()) {
            return "stays";
        }
        return placement.get().isInPlace()
                ? "in place"
                : "from " + placement.get().current().schema().value();
    }

    private String why(SchemaObject object, Optional<Placement> placement) {
        if (placement.isPresent()) {
            return placement.get().cause().describe(assignment.snapshot());
        }
        if (assignment.bookkeeping().contains(object)) {
            return "a migration tool needs it";
        }
        return assignment.unmapped().contains(object) ? "no entry names it" : "";
    }
}
