package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;

/** Lists the tables that code names beside their schema, each in a string: {@code super(type, variable, "public", "orders")}. */
final class PairedNames {
    private static final String REASON = "the schema is said before it";

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    PairedNames(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    void read() {
        for (int i = 0; i < code.size(); i++) {
            Literal schema = code.literal(i);
            if (schema == null) {
                continue;
            }
            Literal name = code.is(i + 1, ",") ? code.literal(i + 2) : null;
            if (name != null && schema.value().equals(names.source().value())) {
                pair(i + 2, name.value());
            }
            schema.holes().forEach(hole -> new PairedNames(hole, names, findings).read());
        }
    }

    private void pair(int at, String name) {
        names.relation(name)
                .or(() -> names.routine(name))
                .map(target -> new Moved(name, target))
                .filter(moved -> !findings.hasInLine(code.lexeme(at).start(), moved))
                .ifPresent(moved -> findings.report(code.lexeme(at).start(), Kind.CALL, moved, REASON));
    }
}
