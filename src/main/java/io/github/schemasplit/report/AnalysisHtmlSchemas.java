package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The schemas in {@code analysis.html}, each with what will be in it. */
final class AnalysisHtmlSchemas {
    private static final List<Column> COLUMNS = List.of(
            Column.of("Name"), Column.of("Kind"), Column.of("Rows and size"), Column.of("Move"), Column.of("Why"));

    private final Html html;
    private final Assignment assignment;
    private final ReportedSchemas schemas;
    private final SchemaPictures pictures;
    private final Map<Identifier, List<SchemaObject>> objects = new LinkedHashMap<>();

    AnalysisHtmlSchemas(Html html, AnalysisReport report, ReportedSchemas schemas, SchemaPictures pictures) {
        this.html = html;
        this.assignment = report.assignment();
        this.schemas = schemas;
        this.pictures = pictures;
        schemas.names().forEach(schema -> objects.put(schema, schemas.objects(schema)));
    }

    void write() {
        html.element(
                "p",
                "Each schema as it will be once everything has moved. An arrow leads from the schema whose tables have foreign keys to the"
                        + " schema that they reference; the tables are below.");
        pictures.overview(objects);
        html.element("details", () -> {
            html.element("summary", "The same as a list");
            html.element("ul", () -> objects.keySet().forEach(this::listed), "class", "inside");
        });
        objects.forEach(this::schema);
    }

    private void listed(Identifier schema) {
        List<String> keys = schemas.names().stream()
                .filter(to -> !to.equals(schema) && schemas.matrix().count(schema, to) > 0)
                .map(to -> to.value() + " (" + Figures.count(schemas.matrix().count(schema, to)) + ")")
                .toList();
        html.element(
                "li",
                () -> html.element("a", schema.value(), "href", "#schema-" + schemas.number(schema))
                        .text(": " + counts(objects.getOrDefault(schema, List.of()))
                                + (keys.isEmpty() ? "" : "; foreign keys to " + String.join(", ", keys))));
    }

    private void schema(Identifier schema, List<SchemaObject> inSchema) {
        html.element("details", () -> {
            html.element(
                    "summary",
                    () -> html.element("h3", schema.value())
                            .text(" ")
                            .element("span", counts(inSchema), "class", "soft"));
            html.element("p", about(schema), "id", "schema-" + schemas.number(schema), "class", "inside");
            if (schemas.isTarget(schema) || schemas.isSource(schema)) {
                pictures.of(schema, inSchema);
            }
            if (!inSchema.isEmpty()) {
                HtmlPage.table(html, "What will be in schema " + schema.value(), COLUMNS, () -> {
                    for (int i = 0; i < inSchema.size(); i++) {
                        object(schema, inSchema.get(i), i);
                    }
                });
            }
        });
    }

    private static String counts(List<SchemaObject> objects) {
        List<Relation> tables = new ArrayList<>();
        long partitions = 0;
        long views = 0;
        for (SchemaObject object : objects) {
            if (object instanceof Relation relation && relation.kind().isTable()) {
                tables.add(relation);
                partitions += relation.partition() ? 1 : 0;
            } else if (object instanceof Relation relation && relation.kind().isView()) {
                views++;
            }
        }
        List<String> counts = new ArrayList<>();
        counts.add(Figures.counted(tables.size() - partitions, "table"));
        if (partitions > 0) {
            counts.add(Figures.counted(partitions, "partition"));
        }
        if (views > 0) {
            counts.add(Figures.counted(views, "view"));
        }
        long others = objects.size() - tables.size() - views;
        if (others > 0) {
            counts.add(Figures.counted(others, "other object"));
        }
        if (tables.stream().anyMatch(t -> t.rowEstimate() >= 0)) {
            counts.add(Figures.bytes(tables.stream().mapToLong(Relation::bytes).sum()));
        }
        return String.join(", ", counts);
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

    private void object(Identifier schema, SchemaObject object, int place) {
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
                "object-" + schemas.number(schema) + "-" + place,
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
