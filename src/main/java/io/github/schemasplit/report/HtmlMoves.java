package io.github.schemasplit.report;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.report.HtmlPage.Column;
import io.github.schemasplit.report.HtmlParts.Section;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What moved, schema by schema, with pictures of the schemas and of the tables in those that something moved to. Where no table moved there
 * are no pictures.
 */
final class HtmlMoves implements Pictured {
    private static final String KEYS = "keys";
    private static final List<Column> COLUMNS = List.of(Column.of("What"), Column.of("Why"));

    private final Html html;
    private final HtmlParts parts;
    private final Drawings drawings;
    private final ReportedSchemas schemas;
    private final Map<Identifier, List<SchemaObject>> objects = new LinkedHashMap<>();
    private final Map<Identifier, List<AlterSetSchema>> moves = new LinkedHashMap<>();
    private final Map<ObjectId, Integer> rows = new HashMap<>();
    private final boolean drawn;

    HtmlMoves(Html html, HtmlParts parts, Moves all, Drawings drawings) {
        this.html = html;
        this.parts = parts;
        this.drawings = drawings;
        this.schemas = new ReportedSchemas(all.assignment());
        Map<Identifier, List<AlterSetSchema>> unordered = new HashMap<>();
        for (AlterSetSchema move : all.plan().moves().toList()) {
            rows.put(move.object(), rows.size());
            unordered.computeIfAbsent(move.target(), s -> new ArrayList<>()).add(move);
        }
        boolean tables = false;
        for (Identifier schema : schemas.names()) {
            objects.put(schema, schemas.objects(schema));
            if (unordered.containsKey(schema)) {
                moves.put(schema, unordered.getOrDefault(schema, List.of()));
                tables |= moved(schema) > 0;
            }
        }
        this.drawn = tables;
    }

    /**
     * The sections about what moved.
     *
     * @param title what stands above the first
     */
    List<Section> sections(String title) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("moved", title));
        if (drawn) {
            sections.add(new Section(KEYS, "Foreign keys"));
        }
        return sections;
    }

    /** Writes what is in one of {@link #sections}. */
    void write(Section section) {
        if (KEYS.equals(section.id())) {
            new HtmlKeys(html, schemas, "By the schemas that their tables are in after the migration.").write();
        } else {
            bySchema();
        }
    }

    private void bySchema() {
        if (moves.isEmpty()) {
            html.element("p", "Nothing.");
        }
        SchemaPictures pictures = new SchemaPictures(html, schemas, this, drawings);
        if (drawn) {
            html.element(
                    "p",
                    "Each schema as it is after the migration. An arrow leads from the schema whose tables have foreign keys to the schema that they reference; what"
                            + " moved is below.");
            pictures.overview(objects);
            new SchemaList(html, schemas, this).write(objects);
        }
        for (Map.Entry<Identifier, List<AlterSetSchema>> each : moves.entrySet()) {
            to(each.getKey(), each.getValue(), pictures);
        }
    }

    private void to(Identifier schema, List<AlterSetSchema> toIt, SchemaPictures pictures) {
        String title = "To " + schema.value();
        if (drawn) {
            parts.beginDetails(false, title, Figures.count(toIt.size()));
            before(schema, pictures);
            HtmlPage.beginTable(html, title, COLUMNS);
        } else {
            parts.beginGroup(title, COLUMNS, toIt.size());
        }
        for (AlterSetSchema move : toIt) {
            parts.rowOf("moved-" + rows.get(move.object()), "move", move.subject(), move.reason());
        }
        parts.endGroup();
    }

    private void before(Identifier schema, SchemaPictures pictures) {
        List<SchemaObject> inIt = objects.getOrDefault(schema, List.of());
        html.element(
                "p",
                "In it after the migration: " + String.join(", ", counts(inIt)) + ".",
                "id",
                place(schema),
                "class",
                "inside");
        pictures.of(schema, inIt);
    }

    /** How many tables moved to a schema. */
    private long moved(Identifier schema) {
        long moved = 0;
        for (Relation table : SchemaPictures.tables(objects.getOrDefault(schema, List.of()))) {
            moved += rows.containsKey(table.id()) ? 1 : 0;
        }
        return moved;
    }

    @Override
    public String place(Identifier schema) {
        return moves.containsKey(schema) ? "schema-" + schemas.number(schema) : "";
    }

    @Override
    public String place(Identifier schema, SchemaObject table) {
        Integer row = rows.get(table.id());
        return row == null ? "" : "moved-" + row;
    }

    @Override
    public String more(Identifier schema, long tables) {
        long moved = moved(schema);
        return Figures.counted(tables, "table")
                + (moved == tables || !schemas.isTarget(schema) ? "" : ", " + Figures.count(moved) + " moved");
    }

    @Override
    public String more(Identifier schema, SchemaObject table) {
        return rows.containsKey(table.id()) ? "" : "was there before";
    }
}
