package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The page of a schema. */
final class SchemaPage {
    /** With more columns a table is not read any more. */
    private static final int MOST_ROLES = 8;

    private final DocumentedDatabase database;
    private final DocumentedSchema documented;
    private final Identifier schema;
    private final List<Relation> tables;
    private final List<Relation> views;
    private final List<Block> blocks = new ArrayList<>();

    private SchemaPage(DocumentedDatabase database, DocumentedSchema documented) {
        this.database = database;
        this.documented = documented;
        this.schema = documented.name();
        this.tables = database.tables(schema);
        this.views = database.relations(schema, r -> r.kind().isView());
    }

    static Page of(DocumentedDatabase database, DocumentedSchema documented) {
        SchemaPage page = new SchemaPage(database, documented);
        page.content();
        return new Page(
                documented.file(),
                Line.text("Schema ").and(Line.code(documented.name().sql())),
                page.blocks);
    }

    private void content() {
        paragraph(new Line(List.of(new Span.Link(Page.INDEX, "", new Span.Text("All schemas")))));
        Optional<Schema> present = database.snapshot().schema(schema);
        Optional<String> comment = present.flatMap(database::comment);
        documented.purpose().ifPresent(purpose -> paragraph(Line.text(purpose)));
        comment.filter(text -> documented.purpose().filter(text::equals).isEmpty())
                .ifPresent(text -> paragraph(
                        Line.text(documented.purpose().isPresent() ? "Its comment in the database: " + text : text)));
        if (documented.source()) {
            paragraph(Line.text("Tables are taken from this schema; here is what stays."));
        }
        if (present.isEmpty()) {
            paragraph(Line.text("There is no such schema in the database."));
            return;
        }
        paragraph(Line.text("Its owner is ")
                .and(Line.code(present.get().owner().sql()))
                .and("."));
        blocks.addAll(new SchemaLinks(database, schema).blocks());
        access(present.get());
        tables();
        if (!views.isEmpty()) {
            heading("views", "Views");
            views.forEach(view -> blocks.addAll(RelationPart.of(database, view)));
        }
        oldNames();
        blocks.addAll(new OtherObjects(database, schema).blocks());
    }

    private void access(Schema present) {
        heading("access", "Who may do what");
        Access onSchema = Access.of(AclKind.SCHEMA, present.acl(), present.owner(), database.major());
        if (onSchema.isEmpty()) {
            paragraph(Line.text("Nobody but the owner holds a privilege on the schema."));
        }
        List<List<Line>> rows = new ArrayList<>();
        onSchema.byGrantee().forEach((grantee, may) -> rows.add(List.of(Access.who(grantee), Line.text(may))));
        table("Privileges on schema ", List.of("Role", "Privileges"), rows);
        overview();
        List<List<Line>> later = new ArrayList<>();
        for (DefaultAcl each : byDefault()) {
            AclKind kind = kind(each.objectType()).orElseThrow();
            Access access = Access.of(kind, each.acl().items(), each.role(), database.major());
            access.byGrantee()
                    .forEach((grantee, may) -> later.add(List.of(
                            Line.code(each.role().sql()),
                            Line.text(kind.plural()),
                            Access.who(grantee),
                            Line.text(may))));
        }
        table("Default privileges in schema ", List.of("Made by", "What", "Role", "Privileges"), later);
    }

    private List<DefaultAcl> byDefault() {
        return database.snapshot().all(DefaultAcl.class).stream()
                .filter(d -> d.schema().filter(schema::equals).isPresent())
                .filter(d -> kind(d.objectType()).isPresent())
                .sorted(Comparator.comparing(DefaultAcl::role).thenComparing(d -> (int) d.objectType()))
                .toList();
    }

    private static Optional<AclKind> kind(char objectType) {
        for (AclKind kind : AclKind.values()) {
            if (kind.objectType() == objectType) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Tables and views by roles, unless these are too many. */
    private void overview() {
        List<Relation> all = new ArrayList<>(tables);
        all.addAll(views);
        Map<Relation, Access> access = new HashMap<>();
        SortedSet<Grantee> grantees = new TreeSet<>();
        for (Relation relation : all) {
            access.put(relation, Access.of(database, relation));
            grantees.addAll(access.get(relation).byGrantee().keySet());
        }
        if (grantees.isEmpty() || grantees.size() > MOST_ROLES) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of("Table or view"));
        grantees.forEach(grantee -> columns.add(grantee.sql()));
        List<List<Line>> rows = new ArrayList<>();
        for (Relation relation : all) {
            List<Line> row = new ArrayList<>(List.of(database.link(relation, schema)));
            Map<Grantee, String> held = access.get(relation).byGrantee();
            grantees.forEach(grantee -> row.add(Line.text(held.getOrDefault(grantee, ""))));
            rows.add(row);
        }
        table("Privileges on the tables and views of schema ", columns, rows);
    }

    private void tables() {
        heading("tables", "Tables");
        if (tables.isEmpty()) {
            paragraph(Line.text("There are none."));
            return;
        }
        new Diagrams(database)
                .ofTables(schema, tables.stream().filter(t -> !t.partition()).toList())
                .ifPresent(blocks::add);
        List<List<Line>> rows = new ArrayList<>();
        for (Relation table : tables) {
            rows.add(List.of(
                    database.link(table, schema),
                    Line.text(String.valueOf(table.columns().size())),
                    Line.text(table.rowSecurity() ? "on" : "off"),
                    Line.text(database.comment(table))));
        }
        table("Tables of schema ", List.of("Table", "Columns", "Row security", "Comment"), rows);
        tables.forEach(table -> blocks.addAll(RelationPart.of(database, table)));
    }

    private void oldNames() {
        List<List<Line>> rows = new ArrayList<>();
        for (Relation view : database.oldNames(schema)) {
            rows.add(List.of(
                    Line.code(view.name().name().sql()),
                    database.standsFor(view)
                            .map(relation -> database.link(relation, schema))
                            .orElse(Line.EMPTY)));
        }
        if (!rows.isEmpty()) {
            heading("old-names", "Old names");
            paragraph(Line.text("Views that stand for what moved, until ")
                    .and(Line.code("schema:contract"))
                    .and(" drops them."));
        }
        table("Old names in schema ", List.of("Old name", "Stands for"), rows);
    }

    private void heading(String anchor, String text) {
        blocks.add(new Block.Heading(2, anchor, Line.text(text)));
    }

    private void paragraph(Line line) {
        blocks.add(new Block.Paragraph(line));
    }

    private void table(String what, List<String> columns, List<List<Line>> rows) {
        RelationPart.table(what, Line.code(schema.sql()), columns, rows).forEach(blocks::add);
    }
}
