package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Set;

/**
 * Lists the tables that scripts put into SQL as identifiers, those within templates too: {@code sql.identifier(['orders'])}, {@code
 * Prisma.raw('orders')}, {@code knex.raw('TRUNCATE ??', ['orders'])}.
 */
final class ScriptIdentifiers {
    private static final String REASON = "an identifier that is put into SQL: the schema is the one before it";
    private static final Set<String> NAMING = Set.of("identifier", "table", "raw", "id", "ref");
    private static final Set<String> OWNERS = Set.of("sql", "Prisma");

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    ScriptIdentifiers(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            Literal literal = code.literal(i);
            if (literal != null) {
                literal.holes().forEach(hole -> new ScriptIdentifiers(hole, names, findings).read());
            } else if (code.is(i + 1, "(") && code.is(i - 1, ".")) {
                call(i);
            }
        }
    }

    private void call(int name) {
        if (NAMING.contains(code.text(name)) && OWNERS.contains(code.text(name - 2))) {
            // Of several parts the last one is the table's.
            int close = code.partner(name + 1);
            report(code.is(name + 2, "[") ? code.partner(name + 2) - 1 : close - 1);
        }
        Literal sql = code.literal(name + 2);
        if (code.is(name, "raw") && sql != null && sql.value().contains("??") && code.is(name + 4, "[")) {
            for (int i = name + 5; i < code.partner(name + 4); i++) {
                report(i);
            }
        }
    }

    private void report(int i) {
        Literal literal = code.literal(i);
        if (literal != null && literal.isWhole()) {
            names.relation(literal.value())
                    .map(target -> new Moved(literal.value(), target))
                    .filter(moved -> !findings.hasInLine(code.lexeme(i).start(), moved))
                    .ifPresent(moved -> findings.report(code.lexeme(i).start(), Kind.SQL, moved, REASON));
        }
    }
}
