package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.PrintedDefinitions;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The data dictionary of some schemas: a page that leads to the others, and one for each schema. */
public final class Dictionary {
    private final DocumentedDatabase database;

    private Dictionary(DocumentedDatabase database) {
        this.database = database;
    }

    /**
     * The pages, the same for databases that were made alike.
     *
     * @param snapshot the database
     * @param printed what the server prints of these schemas
     * @param schemas the schemas, in the order in which they are listed
     */
    public static List<Page> pages(Snapshot snapshot, PrintedDefinitions printed, List<DocumentedSchema> schemas) {
        DocumentedDatabase database = new DocumentedDatabase(snapshot, printed, List.copyOf(schemas));
        List<Page> pages = new ArrayList<>();
        pages.add(new Dictionary(database).index());
        schemas.forEach(schema -> pages.add(SchemaPage.of(database, schema)));
        return pages;
    }

    private Page index() {
        List<Block> blocks = new ArrayList<>();
        List<List<Line>> rows = new ArrayList<>();
        for (DocumentedSchema schema : database.schemas()) {
            rows.add(List.of(
                    schema.link(),
                    Line.text(schema.purpose()
                            .or(() -> database.snapshot().schema(schema.name()).flatMap(database::comment))),
                    count(database.tables(schema.name()).size()),
                    count(database.relations(schema.name(), r -> r.kind().isView())
                            .size()),
                    count(database.relations(schema.name(), r -> r.kind() == RelationKind.SEQUENCE)
                            .size()),
                    count(database.oldNames(schema.name()).size())));
        }
        RelationPart.table(
                        "Schemas",
                        Line.EMPTY,
                        List.of("Schema", "Purpose", "Tables", "Views", "Sequences", "Old names"),
                        rows)
                .forEach(blocks::add);
        blocks.add(new Block.Heading(2, "links", Line.text("Foreign keys between schemas")));
        SortedMap<Identifier, SortedMap<Identifier, Integer>> counts = crossings();
        new Diagrams(database).ofSchemas(counts).ifPresent(blocks::add);
        List<List<Line>> links = new ArrayList<>();
        counts.forEach(
                (from, all) -> all.forEach((to, count) -> links.add(List.of(name(from), name(to), count(count)))));
        RelationPart.table("Foreign keys between schemas", Line.EMPTY, List.of("From", "To", "Foreign keys"), links)
                .forEach(blocks::add);
        if (links.isEmpty()) {
            blocks.add(new Block.Paragraph(Line.text("There are none.")));
        }
        List<List<Line>> later = new DefaultPrivileges(database).rows(Optional.empty());
        if (!later.isEmpty()) {
            blocks.add(new Block.Heading(2, DefaultPrivileges.ANCHOR, Line.text("Default privileges of every schema")));
        }
        RelationPart.table("Default privileges of every schema", Line.EMPTY, DefaultPrivileges.COLUMNS, later)
                .forEach(blocks::add);
        return new Page(Page.INDEX, Line.text("Data dictionary"), blocks);
    }

    private SortedMap<Identifier, SortedMap<Identifier, Integer>> crossings() {
        List<Identifier> told =
                database.schemas().stream().map(DocumentedSchema::name).toList();
        SortedMap<Identifier, SortedMap<Identifier, Integer>> counts = new TreeMap<>();
        for (KeyLink link : database.keys()) {
            Identifier from = link.from().name().schema();
            Identifier to = link.to().name().schema();
            if (link.isCrossing() && (told.contains(from) || told.contains(to))) {
                counts.computeIfAbsent(from, f -> new TreeMap<>()).merge(to, 1, Integer::sum);
            }
        }
        return counts;
    }

    private Line name(Identifier schema) {
        return database.schemas().stream()
                .filter(s -> s.name().equals(schema))
                .findFirst()
                .map(DocumentedSchema::link)
                .orElseGet(() -> Line.code(schema.sql()));
    }

    private static Line count(int count) {
        return Line.text(String.valueOf(count));
    }
}
