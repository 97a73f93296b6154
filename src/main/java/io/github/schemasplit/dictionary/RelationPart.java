package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.PrintedDefinitions.Origin;
import io.github.schemasplit.catalog.PrintedDefinitions.PrintedColumn;
import io.github.schemasplit.catalog.PrintedDefinitions.Texts;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a page says of one table or view. */
final class RelationPart {
    private final DocumentedDatabase database;
    private final Relation relation;
    private final Identifier schema;
    private final List<Block> blocks = new ArrayList<>();

    private RelationPart(DocumentedDatabase database, Relation relation) {
        this.database = database;
        this.relation = relation;
        this.schema = relation.name().schema();
    }

    static List<Block> of(DocumentedDatabase database, Relation relation) {
        RelationPart part = new RelationPart(database, relation);
        part.blocks.add(new Block.Heading(
                3,
                DocumentedDatabase.anchor(relation),
                Line.code(relation.name().name().sql())));
        database.comment(relation).ifPresent(comment -> part.blocks.add(new Block.Paragraph(Line.text(comment))));
        part.blocks.add(new Block.Paragraph(part.facts()));
        if (!relation.partition()) {
            part.columns();
            part.constraints();
        }
        part.foreignKeys();
        part.indexes();
        part.triggers();
        part.policies();
        part.access();
        return part.blocks;
    }

    private Line facts() {
        Texts texts = database.printed().of(relation.id());
        String kind = relation.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Line facts = Line.text((relation.unlogged() ? "Unlogged " + kind : capital(kind)) + " of ")
                .and(Line.code(relation.owner().sql()));
        if (texts.first().isPresent()) {
            facts = facts.and(", partitioned by ").and(Line.code(texts.first()));
        }
        List<Line> parents = database.parents(relation).stream()
                .map(parent -> database.link(parent, schema))
                .toList();
        if (!parents.isEmpty()) {
            facts = facts.and(relation.partition() ? ", a partition of " : ", inherits from ")
                    .and(Line.list(parents))
                    .and(texts.second().isPresent() ? " " : "")
                    .and(Line.code(texts.second()));
        }
        if (relation.kind().isView()) {
            List<Line> reads = database.reads(relation).stream()
                    .map(read -> database.link(read, schema))
                    .toList();
            facts = facts.and(reads.isEmpty() ? "" : ", reads ").and(Line.list(reads));
            return relation.kind() == RelationKind.VIEW
                    ? facts.and(
                            relation.securityInvoker()
                                    ? ", with the rights of whoever asks."
                                    : ", with the rights of its owner.")
                    : facts.and(".");
        }
        return facts.and(". Row security is " + rowSecurity());
    }

    private String rowSecurity() {
        if (!relation.rowSecurity()) {
            return database.policies(relation).isEmpty() ? "off." : "off, so that its policies do nothing.";
        }
        String forced = relation.rowSecurityForced() ? "on, for its owner too" : "on";
        return forced
                + (database.policies(relation).isEmpty()
                        ? "; it has no policy, and so shows nobody a row whom row security binds."
                        : ".");
    }

    private void columns() {
        boolean view = relation.kind().isView();
        List<List<Line>> rows = new ArrayList<>();
        for (Column column : relation.columns()) {
            PrintedColumn printed = database.printed().column(relation, column);
            List<Line> row = new ArrayList<>(List.of(Line.code(column.name().sql()), Line.code(printed.type())));
            if (!view) {
                row.add(Line.text(column.notNull() ? "no" : "yes"));
                row.add(value(printed));
            }
            row.add(Line.text(database.comment(relation, column)));
            rows.add(row);
        }
        table(
                "Columns of",
                view ? List.of("Column", "Type", "Comment") : List.of("Column", "Type", "Null", "Default", "Comment"),
                rows);
    }

    private static Line value(PrintedColumn column) {
        Line expression = Line.code(column.expression());
        return column.origin() == Origin.DEFAULT
                ? expression
                : Line.text(column.origin().words())
                        .and(column.expression().isPresent() ? ": " : "")
                        .and(expression);
    }

    private void constraints() {
        List<List<Line>> rows = new ArrayList<>();
        for (Constraint constraint : database.constraints(relation)) {
            rows.add(List.of(
                    Line.code(constraint.name().sql()),
                    Line.code(database.printed().of(constraint.id()).first()),
                    Line.text(database.comment(constraint))));
        }
        table("Constraints of", List.of("Constraint", "Definition", "Comment"), rows);
    }

    private void foreignKeys() {
        List<List<Line>> rows = new ArrayList<>();
        for (KeyLink link : database.keysFrom(relation)) {
            rows.add(List.of(
                    Line.code(link.key().name().sql()),
                    Line.code(database.printed().of(link.key().id()).first()),
                    database.link(link.to(), schema),
                    Line.text(database.comment(link.key()))));
        }
        table("Foreign keys of", List.of("Constraint", "Definition", "To", "Comment"), rows);
        List<List<Line>> others = new ArrayList<>();
        for (KeyLink link : database.keysTo(relation)) {
            if (!link.from().equals(relation)) {
                others.add(List.of(
                        database.link(link.from(), schema).and(" ").and(Line.code(link.columns())),
                        Line.code(link.referencedColumns())));
            }
        }
        table("What references", List.of("Table and columns", "Columns here"), others);
    }

    private void indexes() {
        List<List<Line>> rows = new ArrayList<>();
        for (Index index : database.indexes(relation)) {
            Texts texts = database.printed().of(index.id());
            rows.add(List.of(
                    Line.code(index.name().name().sql()),
                    Line.code(texts.first()),
                    Line.text(texts.second()),
                    Line.text(database.comment(index))));
        }
        table("Indexes of", List.of("Index", "Definition", "State", "Comment"), rows);
    }

    private void triggers() {
        List<List<Line>> rows = new ArrayList<>();
        for (Trigger trigger : database.triggers(relation)) {
            Texts texts = database.printed().of(trigger.id());
            rows.add(List.of(
                    Line.code(trigger.name().sql()),
                    Line.code(texts.first()),
                    Line.text(texts.second()),
                    Line.text(database.comment(trigger))));
        }
        table("Triggers of", List.of("Trigger", "Definition", "State", "Comment"), rows);
    }

    private void policies() {
        List<List<Line>> rows = new ArrayList<>();
        for (Policy policy : database.policies(relation)) {
            Texts texts = database.printed().of(policy.id());
            rows.add(List.of(
                    Line.code(policy.name().sql()),
                    Line.text((policy.permissive() ? "" : "restrictive, ")
                            + policy.command().sql()),
                    Line.list(database.roles(policy).stream().map(Line::code).toList()),
                    Line.code(texts.first()),
                    Line.code(texts.second()),
                    Line.text(database.comment(policy))));
        }
        table("Policies of", List.of("Policy", "For", "To", "Using", "With check", "Comment"), rows);
    }

    private void access() {
        Access access = Access.of(database, relation);
        List<List<Line>> rows = new ArrayList<>();
        access.byGrantee().forEach((grantee, may) -> rows.add(List.of(Access.who(grantee), Line.text(may))));
        table("Who may do what with", List.of("Role", "Privileges"), rows);
    }

    private void table(String what, List<String> columns, List<List<Line>> rows) {
        table(what + " ", Line.code(relation.name().name().sql()), columns, rows)
                .forEach(blocks::add);
    }

    /** A table without the columns in which nothing stands; none where there are no rows. */
    static Stream<Block> table(String what, Line of, List<String> columns, List<List<Line>> rows) {
        List<Integer> used = Stream.iterate(0, i -> i < columns.size(), i -> i + 1)
                .filter(i -> rows.stream().anyMatch(row -> !row.get(i).spans().isEmpty()))
                .toList();
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new Block.Table(
                        Line.text(what).and(of),
                        used.stream().map(columns::get).toList(),
                        rows.stream()
                                .map(row -> used.stream().map(row::get).toList())
                                .toList()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
