package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The text of a PL/pgSQL block as it grows; knows on which line the next statement will be, as the server counts. */
final class Block {
    private final StringBuilder text = new StringBuilder("\n");
    private int line = 2;

    /** The line that the next statement begins on. */
    int line() {
        return line;
    }

    /** Adds a statement or a part of one, and ends the line. */
    void add(String sql) {
        text.append(sql).append('\n');
        line++;
        for (int end = sql.indexOf('\n'); end >= 0; end = sql.indexOf('\n', end + 1)) {
            line++;
        }
    }

    /** Adds an error that ends the transaction when the condition is true. */
    void raiseIf(String condition, String sqlState, String message) {
        add("IF " + condition + " THEN RAISE EXCEPTION USING ERRCODE = '" + sqlState + "', MESSAGE = "
                + Literal.of(message).sql() + "; END IF;");
    }

    /**
     * Adds an error, when something was found.
     *
     * @param found a query for what was found, an array of texts or NULL
     * @param detail an expression for a query that makes the error's detail of it; its parameter is what was found
     */
    void raiseIfAny(String found, String detail, String sqlState, String message) {
        add("ss_found := (" + found + ");");
        add("IF ss_found IS NOT NULL THEN");
        add("EXECUTE " + detail + " INTO ss_detail USING ss_found;");
        add("RAISE EXCEPTION USING ERRCODE = '" + sqlState + "', DETAIL = ss_detail, MESSAGE = "
                + Literal.of(message).sql() + ";");
        add("END IF;");
    }

    /** Names as an array. */
    static String names(Collection<Identifier> names) {
        List<String> literals = new ArrayList<>();
        for (Identifier name : names) {
            literals.add(Literal.of(name.value()).sql());
        }
        return "ARRAY[" + String.join(", ", literals) + "]::name[]";
    }

    /** The block as a DO statement, quoted by a tag that does not occur in it. */
    String asDo() {
        String tag = "$ss$";
        for (int i = 0; text.indexOf(tag) >= 0; i++) {
            tag = "$ss" + i + "$";
        }
        return "DO " + tag + text + tag;
    }
}
