package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tables that the libraries of Go take by name: GORM, Squirrel, Bun and pgx. */
final class GoTables {
    private static final Set<String> OF_SQUIRREL = Set.of(
            "From", "Into", "Insert", "Update", "Delete", "Join", "LeftJoin", "RightJoin", "InnerJoin", "CrossJoin");
    private static final Set<String> STATEMENTS = Set.of("Insert", "Update", "Delete");
    /** What is called on Squirrel's statements. */
    private static final Set<String> OF_STATEMENTS = Set.of(
            "Select", "Columns", "Column", "Values", "Set", "SetMap", "Where", "From", "ToSql", "OrderBy", "Suffix");
    /** What the tags of a struct name tables by. */
    private static final Pattern TAG = Pattern.compile("(?:many2many|table):([\\w.]+)|pg:\"([\\w.]+)");

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final SqlStrings sql;
    private final Findings findings;
    private final boolean gorm;
    private final boolean squirrel;
    private final boolean bun;

    GoTables(Code code, MovedNames names, StringExpressions strings, SqlStrings sql, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = strings;
        this.sql = sql;
        this.findings = findings;
        SourceText source = code.source();
        this.gorm = source.mentions("gorm.io/") || source.mentions("jinzhu/gorm");
        this.squirrel = source.mentions("quirrel") || source.mentions("elgris/sqrl");
        this.bun = source.mentions("uptrace/bun") || source.mentions("go-pg/pg");
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        Literal literal = code.literal(i);
        if (literal != null) {
            if (literal.quote().equals("`") && (gorm || bun)) {
                tag(literal);
            }
            return;
        }
        boolean call = code.is(i + 1, "(") && code.isString(i + 2) && code.is(i - 1, ".");
        boolean field = (code.is(i, "Table") || code.is(i, "Name")) && code.is(i + 1, ":") && code.isString(i + 2);
        boolean ofEnt = call && code.is(i, "Table") && (code.is(i - 2, "entsql") || code.is(i - 2, "edge"));
        if (ofEnt
                || call && gorm && code.is(i, "HasTable")
                || field && (code.source().mentions("entgo.io/") || gorm && isOfClause(i))) {
            report(i + 2, "the schema belongs before the name, or beside it");
        } else if (code.is(i, "Identifier") && code.is(i - 2, "pgx") && code.is(i + 1, "{")) {
            identifier(i + 1);
        } else if (call && gorm && code.is(i, "Table") || call && squirrel && isOfSquirrel(i)) {
            sql.read(strings.at(i + 2), StringUse.TABLE);
        } else if (call && bun && (code.is(i, "TableExpr") || code.is(i, "Table") || code.is(i, "ModelTableExpr"))) {
            report(i + 2, "a table of a query that is built: TableExpr takes it with its schema");
        }
    }

    /** Whether a field is one of GORM's {@code clause.Table}. */
    private boolean isOfClause(int field) {
        int open = code.enclosing(field);
        return code.is(open - 1, "{") || code.is(open - 1, "Table");
    }

    private boolean isOfSquirrel(int name) {
        String callee = code.text(name);
        CallChain chain = new CallChain(code, name);
        return OF_SQUIRREL.contains(callee)
                && (chain.calls(OF_STATEMENTS)
                        || STATEMENTS.contains(callee) && chain.root().equals("sq"));
    }

    /** The parts of a name, of which the last one is the table's. */
    private void identifier(int open) {
        Literal first = code.literal(open + 1);
        boolean qualified = code.is(open + 2, ",");
        Literal table = qualified ? code.literal(open + 3) : first;
        boolean old = first != null && first.value().equals(names.source().value());
        if (first == null || table == null || qualified && !old) {
            return;
        }
        names.relation(table.value()).ifPresent(target -> {
            Moved moved = new Moved(table.value(), target);
            String schema = moved.target().value();
            SourceEdit edit = qualified
                    ? new SourceEdit(first.place(0), first.place(first.value().length()), schema)
                    : SourceEdit.insert(code.lexeme(open + 1).start(), "\"" + schema + "\", ");
            findings.edit(
                    code.lexeme(open + 1).start(),
                    Kind.CALL,
                    moved,
                    "a name of pgx",
                    schema + ", " + moved.name(),
                    List.of(edit));
        });
    }

    private void tag(Literal literal) {
        Matcher tag = TAG.matcher(literal.value());
        while (tag.find()) {
            int group = tag.group(1) == null ? 2 : 1;
            String name = tag.group(group);
            names.relation(name)
                    .ifPresent(target -> findings.report(
                            literal.place(tag.start(group)),
                            Kind.MAPPING,
                            new Moved(name, target),
                            "a struct's tag names it: the schema may be said before the name"));
        }
    }

    private void report(int literal, String reason) {
        Literal written = code.literal(literal);
        String table = written == null ? "" : written.value().strip().split("\\s", 2)[0];
        names.relation(table)
                .ifPresent(target ->
                        findings.report(code.lexeme(literal).start(), Kind.CALL, new Moved(table, target), reason));
    }
}
