package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.PrintedDefinitions.Texts;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sequences, types and routines of a schema. */
final class OtherObjects {
    private final DocumentedDatabase database;
    private final Identifier schema;
    private final List<Block> blocks = new ArrayList<>();

    OtherObjects(DocumentedDatabase database, Identifier schema) {
        this.database = database;
        this.schema = schema;
    }

    List<Block> blocks() {
        table("sequences", "Sequences", List.of("Sequence", "Of table", "Comment", "Who may do what"), sequences());
        table("types", "Types", List.of("Type", "Kind", "Definition", "Comment", "Who may do what"), types());
        table(
                "routines",
                "Routines",
                List.of("Routine", "Arguments", "Returns", "Language", "Runs as", "Comment", "Who may do what"),
                routines());
        return blocks;
    }

    private void table(String anchor, String what, List<String> columns, List<List<Line>> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading(2, anchor, Line.text(what)));
        }
        RelationPart.table(what + " of schema ", Line.code(schema.sql()), columns, rows)
                .forEach(blocks::add);
    }

    private List<List<Line>> sequences() {
        List<List<Line>> rows = new ArrayList<>();
        for (Relation sequence : database.relations(schema, r -> r.kind() == RelationKind.SEQUENCE)) {
            rows.add(List.of(
                    Line.code(sequence.name().name().sql()),
                    database.snapshot()
                            .sequenceOwners()
                            .owner(sequence.id())
                            .map(table -> database.link(table, schema))
                            .orElse(Line.EMPTY),
                    comment(sequence),
                    Access.of(database, sequence).line()));
        }
        return rows;
    }

    private List<List<Line>> types() {
        List<List<Line>> rows = new ArrayList<>();
        for (Type type : here(Type.class, t -> !t.isImplicit())) {
            Texts texts = database.printed().of(type.id());
            String kind = switch (type.kind()) {
                case 'd' -> "domain";
                case 'e' -> "enum";
                case 'r' -> "range";
                case 'm' -> "multirange";
                default -> "base type";
            };
            Line definition = type.kind() == 'e'
                    ? Line.list(texts.labels().stream().map(Line::code).toList())
                    : Line.code(texts.first())
                            .and(texts.second().isPresent() ? " " : "")
                            .and(Line.code(texts.second()));
            rows.add(row(type, kind, definition));
        }
        for (Relation type : database.relations(schema, r -> r.kind() == RelationKind.COMPOSITE_TYPE)) {
            List<Line> columns = new ArrayList<>();
            for (Column column : type.columns()) {
                columns.add(Line.code(column.name().sql() + " "
                        + database.printed().column(type, column).type()));
            }
            here(Type.class, t -> t.relation() == type.oid() && t.kind() == 'c')
                    .forEach(t -> rows.add(row(t, "composite", Line.list(columns))));
        }
        return rows;
    }

    private List<Line> row(Type type, String kind, Line definition) {
        return List.of(
                Line.code(type.name().name().sql()),
                Line.text(kind),
                definition,
                comment(type),
                Access.of(AclKind.TYPE, type.acl(), type.owner(), database.major())
                        .line());
    }

    private List<List<Line>> routines() {
        List<List<Line>> rows = new ArrayList<>();
        for (Routine routine : here(Routine.class, r -> true)) {
            Texts texts = database.printed().of(routine.id());
            String kind = switch (routine.kind()) {
                case 'p' -> "procedure, ";
                case 'a' -> "aggregate, ";
                case 'w' -> "window function, ";
                default -> "";
            };
            rows.add(List.of(
                    Line.code(routine.name().name().sql()),
                    Line.code(texts.first()),
                    Line.code(texts.second()),
                    Line.text(kind).and(Line.code(routine.language().sql())),
                    routine.securityDefiner()
                            ? Line.text("its owner ")
                                    .and(Line.code(routine.owner().sql()))
                            : Line.text("whoever calls it"),
                    comment(routine),
                    Access.of(AclKind.ROUTINE, routine.acl(), routine.owner(), database.major())
                            .line()));
        }
        return rows;
    }

    /** The objects of a kind that are of no extension, by name and arguments. */
    private <T extends CatalogObject & SchemaObject> List<T> here(Class<T> kind, Predicate<T> wanted) {
        Stream<T> all = database.snapshot().all(kind).stream();
        return all.filter(o -> o.name().schema().equals(schema))
                .filter(o -> !database.snapshot().isExtensionMember(o.id()))
                .filter(wanted)
                .sorted(Comparator.<T, Identifier>comparing(o -> o.name().name())
                        .thenComparing(SchemaObject::arguments))
                .toList();
    }

    private Line comment(CatalogObject object) {
        return Line.text(database.comment(object));
    }
}
