package io.github.schemasplit.sqltext;

import java.util.Set;

/**
 * Reads the arguments of a routine where it is made or named: {@code (IN a public.status DEFAULT 'new', VARIADIC text[])}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createfunction.html">CREATE FUNCTION</a>
 */
final class ArgumentReader {
    private static final Set<String> ENDS = Set.of(",");
    private static final Set<String> MODES = Set.of("in", "out", "inout", "variadic");
    /** Words that can follow a type, and so do not begin one after a name. */
    private static final Set<String> AFTER_TYPE =
            Set.of(",", ")", "default", "=", "[", "(", ".", "%", "array", "order", ":=", TokenCursor.END);

    private final Grammar grammar;
    private final TokenCursor tokens;

    ArgumentReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Goes over the arguments in parentheses, if they are here. */
    void list() {
        if (!tokens.accept("(")) {
            return;
        }
        tokens.accept("*");
        while (!tokens.isEnd() && !tokens.is(")")) {
            int before = tokens.position();
            if (!tokens.accept("order", "by")) {
                argument();
            }
            tokens.accept(",");
            if (tokens.position() == before) {
                tokens.next();
            }
        }
        tokens.accept(")");
    }

    private void argument() {
        modes();
        if (isNamed()) {
            tokens.next();
            modes();
        }
        grammar.types.type();
        if (tokens.accept("default") || tokens.accept("=") || tokens.accept(":=")) {
            grammar.expressions.read(ENDS, null);
        }
    }

    private void modes() {
        while (MODES.contains(tokens.word()) && !AFTER_TYPE.contains(tokens.word(1))) {
            tokens.next();
        }
    }

    /** Whether a name stands before the type. */
    private boolean isNamed() {
        if (!tokens.isName() || tokens.is("setof") || AFTER_TYPE.contains(tokens.word(1))) {
            return false;
        }
        return switch (tokens.word()) {
            case "double" -> !tokens.word(1).equals("precision");
            case "national" -> !tokens.word(1).startsWith("char");
            case "char", "character", "nchar", "bit" -> !tokens.word(1).equals("varying");
            case "time", "timestamp" ->
                !tokens.word(1).equals("with") && !tokens.word(1).equals("without");
            case "interval" -> false;
            default -> true;
        };
    }
}
