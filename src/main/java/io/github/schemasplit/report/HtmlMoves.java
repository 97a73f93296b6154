package io.github.schemasplit.report;

import io.github.schemasplit.catalog.ObjectId;
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
        schemas.names().forEach(schema -> objects.put(schema, schemas.objects(schema)));
        Map<Identifier, List<AlterSetSchema>> unordered = new HashMap<>();
        all.plan().moves().forEach(move -> {
            rows.put(move.object(), rows.size());
            unordered.computeIfAbsent(move.target(), s -> new ArrayList<>()).add(move);
        });
        schemas.names().stream()
                .filter(unordered::containsKey)
                .forEach(schema -> moves.put(schema, unordered.getOrDefault(schema, List.of())));
        this.drawn = moves.keySet().stream().anyMatch(schema -> moved(schema) > 0);
    }

    /**
     * The sections about what moved.
     *
     * @param title what stands above the first
     */
    List<Section> sections(String title) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("moved", title, this::write));
        if (drawn) {
            sections.add(new Section(
                    "keys",
                    "Foreign keys",
                    new HtmlKeys(html, schemas, "By the schemas that their tables are in after the migration.")
                            ::write));
        }
        return sections;
    }

    private void write() {
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
            new SchemaList(html, schemas, this, SchemaList::kinds).write(objects);
        }
        moves.forEach((schema, toIt) -> {
            String title = "To " + schema.value();
            Runnable each = () -> toIt.forEach(
                    move -> parts.rowOf("moved-" + rows.get(move.object()), "move", move.subject(), move.reason()));
            if (drawn) {
                parts.group(false, title, Figures.count(toIt.size()), () -> before(schema, pictures), COLUMNS, each);
            } else {
                parts.group(title, COLUMNS, toIt.size(), each);
            }
        });
    }

    private void before(Identifier schema, SchemaPictures pictures) {
        List<SchemaObject> inIt = objects.getOrDefault(schema, List.of());
        html.element(
                "p",
                "In it after the migration: " + String.join(", ", SchemaList.kinds(inIt)) + ".",
                "id",
                place(schema),
                "class",
                "inside");
        pictures.of(schema, inIt);
    }

    /** How many tables moved to a schema. */
    private long moved(Identifier schema) {
        return SchemaPictures.tables(objects.getOrDefault(schema, List.of())).stream()
                .filter(table -> rows.containsKey(table.id()))
                .count();
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
