package io.github.schemasplit.sourcecode;

import io.github.schemasplit.sqltext.Lexer;
import io.github.schemasplit.sqltext.StringSyntax;
import io.github.schemasplit.sqltext.Token;
import io.github.schemasplit.sqltext.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** A part of a text of SQL in pieces, without blanks and comments, by their places in the whole. Beyond its end there are pieces without text. */
final class SqlTokens {
    private static final Range NOWHERE = new Range(0, 0);

    private final String sql;
    private final int offset;
    private final List<Token> tokens = new ArrayList<>();

    /**
     * A stretch.
     *
     * @param start where it begins
     * @param end where it ends, exclusive
     */
    record Range(int start, int end) {}

    SqlTokens(String sql, Range part) {
        this.sql = sql;
        this.offset = part.start();
        Lexer lexer = new Lexer(sql.substring(part.start(), part.end()), StringSyntax.STANDARD);
        while (lexer.hasNext()) {
            Token token = lexer.next();
            if (!token.kind().isBlank()) {
                tokens.add(token);
            }
        }
    }

    int size() {
        return tokens.size();
    }

    String text(int i) {
        Range place = place(i);
        return sql.substring(place.start(), place.end());
    }

    private Range place(int i) {
        return i < tokens.size()
                ? new Range(
                        offset + tokens.get(i).start(), offset + tokens.get(i).end())
                : NOWHERE;
    }

    boolean isString(int i) {
        return i < tokens.size() && tokens.get(i).kind() == TokenKind.STRING && text(i).startsWith("'");
    }

    boolean isInDollars(int i) {
        return i < tokens.size() && tokens.get(i).kind() == TokenKind.DOLLAR_STRING;
    }

    /** What is between the quotes of a string. */
    Range content(int i) {
        Range place = place(i);
        int quote = isInDollars(i) ? sql.indexOf('$', place.start() + 1) + 1 - place.start() : 1;
        return new Range(place.start() + quote, place.end() - quote);
    }

    /** Where each argument of a call begins and ends, both included; {@code open} is its parenthesis. */
    List<Range> arguments(int open) {
        List<Range> arguments = new ArrayList<>();
        int depth = 0;
        int first = open + 1;
        for (int i = first; i < tokens.size() && depth >= 0; i++) {
            String text = text(i);
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth < 0 || depth == 0 && text.equals(",")) {
                if (i > first) {
                    arguments.add(new Range(first, i - 1));
                }
                first = i + 1;
            }
        }
        return arguments;
    }
}
