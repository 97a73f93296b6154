package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Set;

/** Lists tables that Ruby's Sequel takes as symbols: {@code DB[:orders]}. The schema is a symbol of its own there. */
final class SequelDatasets {
    private static final Set<String> CALLS = Set.of(
            "from",
            "join",
            "left_join",
            "inner_join",
            "right_join",
            "full_join",
            "cross_join",
            "natural_join",
            "Model",
            "create_table",
            "alter_table",
            "drop_table");

    private final Code code;
    private final MovedNames names;
    private final Findings findings;
    private final boolean ofSequel;

    SequelDatasets(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
        this.ofSequel = code.source().mentions("Sequel")
                || code.source().mentions("sequel")
                || code.source().mentions("DB[");
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        if (!ofSequel) {
            return;
        }
        boolean dataset = code.is(i + 1, "[") && (code.is(i, "DB") || code.is(i, "db"));
        boolean call =
                code.is(i + 1, "(") && CALLS.contains(code.text(i)) && (code.is(i - 1, ".") || code.is(i - 1, "::"));
        boolean asked = code.is(i, "table_exists?") || code.is(i, "table_exists") && code.is(i + 1, "?");
        if (asked) {
            symbol(code.is(i + 1, "(") ? i + 2 : i + 3);
        } else if (dataset || call) {
            symbols(i + 1);
        } else if (code.is(i, "Sequel") && code.is(i + 1, "[") && code.is(i + 4, "]") && code.is(i + 5, "[")) {
            // Sequel[:public][:orders]
            if (code.is(i + 3, names.source().value())) {
                symbol(i + 6);
            }
        } else if (code.is(i, "set_dataset")) {
            symbol(i + 1);
        } else if (code.is(i, "join_table") && code.is(i + 1, ":")) {
            symbol(i + 2);
        }
    }

    /** The symbols that a call is given first, one after another: {@code from(:orders, :users)}. */
    private void symbols(int open) {
        symbol(open + 1);
        for (int i = open + 3; code.is(i, ",") && code.is(i + 1, ":") && code.is(open - 1, "from"); i += 3) {
            symbol(i + 1);
        }
    }

    private void symbol(int i) {
        if (!code.is(i, ":") || !code.isWord(i + 1)) {
            return;
        }
        String table = code.text(i + 1);
        names.relation(table)
                .ifPresent(target -> findings.report(
                        code.lexeme(i).start(),
                        Kind.CALL,
                        new Moved(table, target),
                        "Sequel takes the schema as a symbol before it: Sequel[:" + target.value() + "][:" + table
                                + "]"));
    }
}
