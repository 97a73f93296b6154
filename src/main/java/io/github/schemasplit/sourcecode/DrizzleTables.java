package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds the tables of Drizzle: {@code pgTable('orders', …)} makes one in {@code public}, {@code pgSchema('shop').table('orders', …)} in another. */
final class DrizzleTables {
    private static final String MODULE = "drizzle-orm/pg-core";

    private final Code code;
    private final MovedNames names;
    private final StringExpressions strings;
    private final Findings findings;
    /** The brace that opens the names that are imported of it; {@link Code#NONE} where none are. */
    private final int imported;
    /** What {@code pgTable} is called in this file. */
    private final String maker;

    DrizzleTables(Code code, MovedNames names, StringExpressions strings, Findings findings) {
        this.code = code;
        this.names = names;
        this.strings = strings;
        this.findings = findings;
        this.imported = code.source().mentions(MODULE) ? importedNames() : Code.NONE;
        this.maker = maker();
    }

    private int importedNames() {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null && literal.value().equals(MODULE) && code.is(i - 1, "from") && code.is(i - 2, "}")) {
                return code.partner(i - 2);
            }
        }
        return Code.NONE;
    }

    private String maker() {
        for (int i = imported + 1; i < code.partner(imported); i++) {
            if (code.is(i, "pgTable") && code.is(i + 1, "as")) {
                return code.text(i + 2);
            }
        }
        return "pgTable";
    }

    /** Reads a call; {@code open} is its parenthesis. */
    void read(int open) {
        int callee = open - 1;
        boolean member = code.is(callee - 1, ".");
        if (!code.source().mentions(MODULE) || !code.is(callee, member ? "pgTable" : maker)) {
            return;
        }
        strings.value(open + 1, open + 1)
                .flatMap(n -> names.relation(n).map(t -> new Moved(n, t)))
                .ifPresent(moved -> read(open, moved, member));
    }

    private void read(int open, Moved moved, boolean member) {
        Literal literal = code.literal(open + 1);
        String quote = literal == null || literal.quote().equals("`") ? "'" : literal.quote();
        String call = "pgSchema(" + quote + moved.target().value() + quote + ").table";
        int at = code.lexeme(open + 1).start();
        if (!member && imported < 0) {
            findings.report(at, Kind.MAPPING, moved, "write " + call + ", and import pgSchema");
            return;
        }
        List<SourceEdit> edits = new ArrayList<>();
        edits.add(new SourceEdit(
                code.lexeme(open - 1).start(), code.lexeme(open - 1).end(), call));
        if (!member && !imports("pgSchema")) {
            edits.add(SourceEdit.insert(code.lexeme(imported + 1).start(), "pgSchema, "));
        }
        findings.edit(at, Kind.MAPPING, moved, "a table of Drizzle", call, edits);
    }

    private boolean imports(String name) {
        for (int i = imported; i < code.partner(imported); i++) {
            if (code.is(i, name)) {
                return true;
            }
        }
        return false;
    }
}
