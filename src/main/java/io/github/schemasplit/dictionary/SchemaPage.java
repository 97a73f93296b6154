package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.AclKind;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
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
        DefaultPrivileges later = new DefaultPrivileges(database);
        table("Default privileges in schema ", DefaultPrivileges.COLUMNS, later.rows(Optional.of(schema)));
        if (!later.rows(Optional.empty()).isEmpty()) {
            paragraph(Line.text("What is made later is under the ")
                    .and(new Line(List.of(new Span.Link(
                            Page.INDEX,
                            DefaultPrivileges.ANCHOR,
                            new Span.Text("default privileges of every schema")))))
                    .and(", too."));
        }
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
        if (grantees.isEmpty()) {
            return;
        }
        if (grantees.size() > MOST_ROLES) {
            paragraph(Line.text(grantees.size()
                    + " roles hold privileges on its tables and views, too many for one table of them all (it has up to "
                    + MOST_ROLES + "): each table and view says its own."));
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
        List<Relation> drawn = tables.stream().filter(t -> !t.partition()).toList();
        if (drawn.size() > Diagrams.MOST_TABLES) {
            paragraph(Line.text("Its " + drawn.size() + " tables are too many for a diagram, which draws up to "
                    + Diagrams.MOST_TABLES + "."));
        }
        new Diagrams(database).ofTables(schema, drawn).ifPresent(blocks::add);
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
