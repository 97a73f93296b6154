package io.github.schemasplit.sqltext;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A string constant: what the server makes of it, and where each character of that is written.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-CONSTANTS">Constants</a>
 */
public final class ConstantText {
    private final String source;
    private final Quoting quoting;
    private final StringBuilder value = new StringBuilder();
    /** Where each character begins, and where the last of them ends. */
    private int[] places;

    private ConstantText(String source, Quoting quoting, int length) {
        this.source = source;
        this.quoting = quoting;
        this.places = new int[length + 1];
    }

    /**
     * Reads a constant of {@code source}; empty when the token is none, or is written in a way that is not read: with escapes by
     * number, or on several lines.
     */
    public static Optional<ConstantText> of(String source, Token token, StringSyntax syntax) {
        return switch (token.kind()) {
            case DOLLAR_STRING -> Optional.of(dollars(source, token));
            case STRING ->
                quotes(source, token, syntax == StringSyntax.STANDARD ? Quoting.QUOTES : Quoting.BACKSLASHES);
            case ESCAPE_STRING -> quotes(source, token, Quoting.BACKSLASHES);
            default -> Optional.empty();
        };
    }

    private static ConstantText dollars(String source, Token token) {
        int start = Quotes.endOfDollarTag(source, token.start());
        int end = token.end() - (start - token.start());
        ConstantText constant = new ConstantText(source, Quoting.DOLLARS, end - start);
        for (int i = start; i < end; i++) {
            constant.add(source.charAt(i), i);
        }
        return constant.closed(end);
    }

    private static Optional<ConstantText> quotes(String source, Token token, Quoting quoting) {
        int end = token.end() - 1;
        ConstantText constant = new ConstantText(source, quoting, end - token.start());
        int i = source.indexOf('\'', token.start()) + 1;
        while (i < end) {
            char c = source.charAt(i);
            boolean pair = c == '\'' || (c == '\\' && quoting == Quoting.BACKSLASHES);
            if (pair && !constant.addEscaped(c, i)) {
                return Optional.empty();
            }
            if (!pair) {
                constant.add(c, i);
            }
            i += pair ? 2 : 1;
        }
        return Optional.of(constant.closed(end));
    }

    private boolean addEscaped(char first, int place) {
        char second = source.charAt(place + 1);
        if (first == '\'' && second != '\'') {
            return false;
        }
        if (first == '\\' && (Chars.isDigit(second) || second == 'x' || second == 'u' || second == 'U')) {
            return false;
        }
        add(first == '\'' ? first : escaped(second), place);
        return true;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    private void add(char c, int place) {
        places[value.length()] = place;
        value.append(c);
    }

    private ConstantText closed(int end) {
        places[value.length()] = end;
        places = Arrays.copyOf(places, value.length() + 1);
        return this;
    }

    /** The value. */
    public String value() {
        return value.toString();
    }

    /** Where in the text the character of the value at {@code index} is written; at the value's end, where that is. */
    public int place(int index) {
        return places[index];
    }

    /**
     * Where in a whole that is written.
     *
     * @param whole where in it a character of the text is
     */
    public IntUnaryOperator placeIn(IntUnaryOperator whole) {
        return index -> whole.applyAsInt(place(index));
    }

    Quoting quoting() {
        return quoting;
    }
}
