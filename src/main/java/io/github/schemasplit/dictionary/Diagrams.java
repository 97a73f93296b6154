package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.sql.Identifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The diagrams of a dictionary. */
final class Diagrams {
    /** Of more tables a diagram shows nothing any more. */
    static final int MOST_TABLES = 40;

    private final DocumentedDatabase database;

    Diagrams(DocumentedDatabase database) {
        this.database = database;
    }

    /**
     * Schemas, and how many foreign keys run between them.
     *
     * @param counts by the schemas that they run from and to
     */
    Optional<Block> ofSchemas(Map<Identifier, ? extends Map<Identifier, Integer>> counts) {
        Mermaid<Identifier> diagram = new Mermaid<>("flowchart LR");
        database.schemas().forEach(s -> draw(diagram, s.name()));
        counts.forEach((from, all) -> all.forEach((to, count) -> {
            draw(diagram, from);
            draw(diagram, to);
            diagram.add(diagram.number(from) + " -->|\"" + count + "\"| " + diagram.number(to));
        }));
        return diagram.block();
    }

    private static void draw(Mermaid<Identifier> diagram, Identifier schema) {
        if (!diagram.has(schema)) {
            diagram.add(diagram.number(schema) + "[" + Mermaid.quoted(schema.value()) + "]");
        }
    }

    /** Tables of a schema with the columns that are keys, and their foreign keys; empty where there are none, or too many. */
    Optional<Block> ofTables(Identifier schema, List<Relation> tables) {
        if (tables.size() > MOST_TABLES) {
            return Optional.empty();
        }
        Mermaid<Relation> diagram = new Mermaid<>("erDiagram");
        for (Relation table : tables) {
            Map<Column, List<String>> keys = keys(table);
            diagram.add(entity(diagram, table, schema) + (keys.isEmpty() ? "" : " {"));
            keys.forEach((column, marks) -> diagram.add("  "
                    + Mermaid.word(database.printed().column(table, column).type()) + " "
                    + Mermaid.word(column.name().value()) + " " + String.join(", ", marks)));
            if (!keys.isEmpty()) {
                diagram.add("}");
            }
        }
        for (Relation table : tables) {
            for (KeyLink key : database.keysFrom(table)) {
                if (!diagram.has(key.to())) {
                    diagram.add(entity(diagram, key.to(), schema));
                }
                diagram.add(diagram.number(key.from()) + " " + cardinality(key) + " " + diagram.number(key.to()) + " : "
                        + Mermaid.quoted(key.columns()));
            }
        }
        return diagram.block();
    }

    private static String entity(Mermaid<Relation> diagram, Relation table, Identifier schema) {
        String name = table.name().name().value();
        return diagram.number(table) + "["
                + Mermaid.quoted(
                        table.name().schema().equals(schema)
                                ? name
                                : table.name().schema().value() + "." + name)
                + "]";
    }

    /** How many rows of the one table there are to a row of the other. */
    private String cardinality(KeyLink link) {
        Set<Integer> columns = Set.copyOf(link.key().columns());
        boolean one = database.constraints(link.from()).stream()
                .filter(c -> c.kind() == 'p' || c.kind() == 'u')
                .anyMatch(c -> columns.containsAll(c.columns()));
        boolean mayMiss = link.from().columns().stream().anyMatch(c -> columns.contains(c.number()) && !c.notNull());
        return (one ? "|o" : "}o") + "--" + (mayMiss ? "o|" : "||");
    }

    /** The columns of a table that keys have, in their order, with which keys. */
    private Map<Column, List<String>> keys(Relation table) {
        List<Constraint> constraints = database.constraints(table);
        Map<Column, List<String>> marks = new TreeMap<>(Comparator.comparingInt(Column::number));
        for (Column column : table.columns()) {
            List<String> own = Stream.of(
                            has(constraints, 'p', column) ? "PK" : "",
                            database.keysFrom(table).stream()
                                            .anyMatch(k -> k.key().columns().contains(column.number()))
                                    ? "FK"
                                    : "",
                            has(constraints, 'u', column) ? "UK" : "")
                    .filter(mark -> !mark.isEmpty())
                    .collect(Collectors.toList());
            if (!own.isEmpty()) {
                marks.put(column, own);
            }
        }
        return marks;
    }

    private static boolean has(List<Constraint> constraints, char kind, Column column) {
        return constraints.stream()
                .anyMatch(c -> c.kind() == kind && c.columns().contains(column.number()));
    }
}
