package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** What refers from a schema to others, and from others to it. */
final class SchemaLinks {
    private final DocumentedDatabase database;
    private final Identifier schema;

    SchemaLinks(DocumentedDatabase database, Identifier schema) {
        this.database = database;
        this.schema = schema;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, "links", Line.text("Links to other schemas")));
        List<List<Line>> keys = new ArrayList<>();
        for (KeyLink link : database.keys()) {
            if (link.isCrossing() && (isHere(link.from()) || isHere(link.to()))) {
                keys.add(List.of(
                        database.link(link.from(), schema).and(" ").and(Line.code(link.columns())),
                        database.link(link.to(), schema).and(" ").and(Line.code(link.referencedColumns()))));
            }
        }
        Line name = Line.code(schema.sql());
        RelationPart.table("Foreign keys between other schemas and ", name, List.of("From", "To"), keys)
                .forEach(blocks::add);
        List<List<Line>> views = new ArrayList<>();
        for (Relation view : database.relations(r -> r.kind().isView())) {
            for (Relation read : database.reads(view)) {
                if (isHere(view) != isHere(read)) {
                    views.add(List.of(database.link(view, schema), database.link(read, schema)));
                }
            }
        }
        RelationPart.table("Views between other schemas and ", name, List.of("View", "Reads"), views)
                .forEach(blocks::add);
        if (keys.isEmpty() && views.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.text("No foreign key and no view.")));
        }
        return blocks;
    }

    private boolean isHere(Relation relation) {
        return relation.name().schema().equals(schema);
    }
}
