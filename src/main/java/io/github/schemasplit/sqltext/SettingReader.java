package io.github.schemasplit.sqltext;

/**
 * Goes over settings in CREATE FUNCTION and ALTER FUNCTION: {@code SET search_path TO public, x}. They name no object.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-set.html">SET</a>
 */
final class SettingReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    SettingReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Goes over SET or RESET with all that belongs to it; false when neither is here. */
    boolean read() {
        if (tokens.accept("reset")) {
            reset();
        } else if (tokens.accept("set")) {
            set();
        } else {
            return false;
        }
        return true;
    }

    private void reset() {
        switch (tokens.word() + " " + tokens.word(1)) {
            case "time zone", "session authorization" -> tokens.skip(2);
            case "transaction isolation" -> tokens.skip(3);
            case "all " -> tokens.next();
            default -> variable();
        }
    }

    private void set() {
        switch (tokens.word() + " " + tokens.word(1)) {
            case "time zone" -> {
                tokens.skip(2);
                value();
            }
            case "session authorization", "xml option", "transaction snapshot" -> tokens.skip(3);
            default -> assignment();
        }
    }

    private void assignment() {
        variable();
        if (tokens.accept("from")) {
            tokens.next();
        } else if (tokens.accept("to") || tokens.accept("=")) {
            do {
                value();
            } while (tokens.accept(","));
        } else if (tokens.is(TokenCursor.STRING) || tokens.word(-1).equals("role") || tokens.is("default")) {
            // SET ROLE, SCHEMA, CATALOG and NAMES, which may have nothing after it.
            tokens.next();
        }
    }

    private void variable() {
        if (tokens.isName()) {
            grammar.name();
        } else {
            tokens.next();
        }
    }

    private void value() {
        if (tokens.accept("interval")) {
            if (tokens.is("(")) {
                tokens.skipParentheses();
            }
            tokens.next();
            grammar.types.intervalFields();
        } else {
            if (tokens.is("-") || tokens.is("+")) {
                tokens.next();
            }
            tokens.next();
        }
    }
}
