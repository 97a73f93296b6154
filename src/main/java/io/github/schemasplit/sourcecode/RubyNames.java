package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sourcecode.SourceReference.Kind;
import java.util.Set;

/** Lists tables that Active Record's connections, symbols of its classes and cleaners of databases in tests name in Ruby. */
final class RubyNames {
    /** What a connection is asked to do with tables. */
    private static final Set<String> OF_CONNECTIONS = Set.of(
            "truncate",
            "truncate_tables",
            "table_exists",
            "table_exists?",
            "data_source_exists",
            "data_source_exists?",
            "reset_pk_sequence!",
            "reset_pk_sequence",
            "columns",
            "indexes",
            "primary_key");

    private static final String REASON = "the schema may be said before the name here";

    private final Code code;
    private final MovedNames names;
    private final Findings findings;

    RubyNames(Code code, MovedNames names, Findings findings) {
        this.code = code;
        this.names = names;
        this.findings = findings;
    }

    /** Reads what is at a piece of code. */
    void read(int i) {
        if (code.is(i - 1, ".") && code.is(i - 2, "connection") && OF_CONNECTIONS.contains(code.text(i))) {
            int open = code.is(i + 1, "(") ? i + 1 : i + 2;
            all(open, code.is(open, "(") ? code.partner(open) : open);
        } else if (code.is(i, "table_name") && code.is(i - 1, ".") && code.is(i - 2, "self")) {
            if (code.is(i + 1, "=")) {
                symbol(i + 2, "a symbol takes no schema: say both in a string");
            } else if (code.is(i - 3, "def")) {
                string(i + 1, REASON);
            }
        } else if (code.is(i, "join_table")
                && code.is(i + 1, ":")
                && !code.source().mentions("equel")) {
            symbol(i + 2, "a table between two others: say it in a string, with its schema");
        } else if (code.is(i, "new") && code.is(i - 2, "Table") && code.is(i - 4, "Arel") && code.is(i + 1, "(")) {
            symbol(i + 2, REASON);
        } else if (code.is(i, "eq") && code.is(i + 1, "(") && isOfTableName(i)) {
            string(i + 2, "a test expects the name without its schema");
        } else if ((code.is(i, "only") || code.is(i, "except"))
                && code.is(i + 1, ":")
                && code.source().mentions("DatabaseCleaner")) {
            cleaned(i + 2);
        }
    }

    /** Whether what is expected is a class's table: {@code expect(Order.table_name).to eq("orders")}. */
    private boolean isOfTableName(int at) {
        for (int i = at; i > 0 && code.isSameLine(i - 1, i); i--) {
            if (code.is(i - 1, "table_name")) {
                return true;
            }
        }
        return false;
    }

    /** The tables that a cleaner is told, in a list of strings or of words. */
    private void cleaned(int list) {
        boolean words = code.is(list, "%");
        int open = words ? list + 2 : list;
        for (int i = open + 1; i < code.partner(open); i++) {
            if (words) {
                report(i, code.text(i), "a test cleans it: the schema may be said before the name");
            } else {
                string(i, "a test cleans it: the schema may be said before the name");
            }
        }
    }

    private void all(int open, int close) {
        for (int i = open; i <= close; i++) {
            string(i, REASON);
            symbol(i, REASON);
        }
    }

    private void string(int i, String reason) {
        Literal literal = code.literal(i);
        if (literal != null && literal.isWhole()) {
            report(i, literal.value(), reason);
        }
    }

    private void symbol(int i, String reason) {
        if (code.is(i, ":") && code.isWord(i + 1)) {
            report(i, code.text(i + 1), reason);
        }
    }

    private void report(int i, String table, String reason) {
        names.relation(table)
                .ifPresent(
                        target -> findings.report(code.lexeme(i).start(), Kind.CALL, new Moved(table, target), reason));
    }
}
