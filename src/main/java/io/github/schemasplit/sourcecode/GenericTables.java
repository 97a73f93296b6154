package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the tables of Exposed and Ktorm that are told what their rows are: {@code object Users : Table<User>("users")}. */
final class GenericTables {
    private final Code code;
    private final MovedNames names;
    private final SqlStrings sql;
    private final Findings findings;
    private final StringExpressions strings;
    private final boolean exposed;
    private final boolean ktorm;

    GenericTables(Code code, Imports imports, MovedNames names, SqlStrings sql, Findings findings) {
        this.code = code;
        this.names = names;
        this.sql = sql;
        this.findings = findings;
        this.strings = new StringExpressions(code, new Constants());
        this.exposed = imports.anyOf("org.jetbrains.exposed");
        this.ktorm = imports.anyOf("org.ktorm");
    }

    /** Reads what is at a parenthesis. */
    void read(int open) {
        if (!exposed && !ktorm || !code.is(open - 1, ">") || !code.isString(open + 1)) {
            return;
        }
        int type = typeBefore(open);
        if (!code.text(type).endsWith("Table") || !code.is(type - 1, ":")) {
            return;
        }
        if (exposed) {
            sql.read(strings.at(open + 1), StringUse.TABLE);
        } else {
            ktorm(open);
        }
    }

    private int typeBefore(int open) {
        int depth = 0;
        int i = open - 1;
        do {
            depth += code.is(i, ">") ? 1 : code.is(i, "<") ? -1 : 0;
            i--;
        } while (depth > 0 && i > 0);
        return i;
    }

    /** A table of Ktorm, whose schema is an argument with a name. */
    private void ktorm(int open) {
        Literal table = code.literal(open + 1);
        if (table == null) {
            return;
        }
        names.relation(table.value()).ifPresent(target -> {
            Moved moved = new Moved(table.value(), target);
            for (int[] argument : strings.arguments(open)) {
                if (code.is(argument[0], "schema") && code.is(argument[0] + 1, "=")) {
                    said(open + 1, code.literal(argument[0] + 2), moved);
                    return;
                }
            }
            String schema = ", schema = \"" + target.value() + "\"";
            int last = code.partner(open) - 1;
            int end = code.lexeme(code.is(last, ",") ? last - 1 : last).end();
            edit(open + 1, moved, SourceEdit.insert(end, schema));
        });
    }

    private void said(int at, @Nullable Literal schema, Moved moved) {
        if (schema == null) {
            findings.report(
                    code.lexeme(at).start(),
                    Kind.MAPPING,
                    moved,
                    "the schema is named by something that is not known here");
        } else if (schema.value().equals(names.source().value())) {
            edit(
                    at,
                    moved,
                    new SourceEdit(
                            schema.place(0),
                            schema.place(schema.value().length()),
                            moved.target().value()));
        }
    }

    private void edit(int at, Moved moved, SourceEdit edit) {
        findings.edit(
                code.lexeme(at).start(),
                Kind.MAPPING,
                moved,
                "a table of Ktorm",
                "schema = \"" + moved.target().value() + "\"",
                List.of(edit));
    }
}
