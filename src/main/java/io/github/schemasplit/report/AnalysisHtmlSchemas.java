package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.diagram.Drawings;
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
    private final Assignment assignment;
    private final ReportedSchemas schemas;
    private final SchemaPictures pictures;
    private final Map<Identifier, List<SchemaObject>> objects = new LinkedHashMap<>();
    private final Map<ObjectId, Integer> places = new HashMap<>();

    AnalysisHtmlSchemas(Html html, AnalysisReport report, ReportedSchemas schemas, Drawings drawings) {
        this.html = html;
        this.assignment = report.assignment();
        this.schemas = schemas;
        this.pictures = new SchemaPictures(html, schemas, this, drawings);
        schemas.names().forEach(schema -> {
            List<SchemaObject> inSchema = schemas.objects(schema);
            objects.put(schema, inSchema);
            for (int i = 0; i < inSchema.size(); i++) {
                places.put(inSchema.get(i).id(), i);
            }
        });
    }

    void write() {
        html.element(
                "p",
                "Each schema as it will be once everything has moved. An arrow leads from the schema whose tables have foreign keys to the"
                        + " schema that they reference; the tables are below.");
        pictures.overview(objects);
        new SchemaList(html, schemas, this, AnalysisHtmlSchemas::counts).write(objects);
        objects.forEach(this::schema);
    }

    private void schema(Identifier schema, List<SchemaObject> inSchema) {
        html.element("details", () -> {
            html.element(
                    "summary",
                    () -> html.element("h3", schema.value())
                            .text(" ")
                            .element("span", String.join(", ", counts(inSchema)), "class", "soft"));
            html.element("p", about(schema), "id", place(schema), "class", "inside");
            if (schemas.isTarget(schema) || schemas.isSource(schema)) {
                pictures.of(schema, inSchema);
            }
            if (!inSchema.isEmpty()) {
                HtmlPage.table(html, "What will be in schema " + schema.value(), COLUMNS, () -> {
                    inSchema.forEach(object -> object(schema, object));
                });
            }
        });
    }

    private static List<String> counts(List<SchemaObject> objects) {
        List<Relation> tables = objects.stream()
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast)
                .filter(r -> r.kind().isTable())
                .toList();
        List<String> counts = SchemaList.kinds(objects);
        if (tables.stream().anyMatch(t -> t.rowEstimate() >= 0)) {
            counts.add(Figures.bytes(tables.stream().mapToLong(Relation::bytes).sum()));
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
        String purpose = target.get().purpose().map(p -> p.value() + ". ").orElse("");
        return purpose.replace(".. ", ". ")
                + (assignment.snapshot().schema(schema).isPresent()
                        ? "The schema is there."
                        : "The schema will be made.");
    }

    private void object(Identifier schema, SchemaObject object) {
        Optional<Placement> placement = assignment.placement(object.id());
        html.element(
                "tr",
                () -> {
                    html.element(
                            "th",
                            () -> {
                                html.element("code", name(object)).text("\n");
                                assignment
                                        .snapshot()
                                        .comment(object.id())
                                        .ifPresent(c -> html.element("div", c, "class", "soft"));
                            },
                            "scope",
                            "row");
                    html.element("td", kind(object));
                    html.element("td", size(object), "class", "short");
                    html.element("td", move(placement), "class", "short");
                    html.element("td", why(object, placement));
                },
                "id",
                place(schema, object),
                "data-schemas",
                schemas.number(schema),
                "data-part",
                "object");
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
