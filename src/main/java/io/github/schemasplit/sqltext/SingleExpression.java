package io.github.schemasplit.sqltext;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a text can be put between two parentheses of a statement and stays there: it closes what it opens, closes nothing else and
 * ends no statement. Whether it is an expression is for the server to say.
 */
public final class SingleExpression {
    private SingleExpression() {}

    /** Of a text in which a backslash stands for itself. */
    public static boolean is(String text) {
        Deque<String> open = new ArrayDeque<>();
        boolean empty = true;
        for (Token token : Lexer.tokens(text, StringSyntax.STANDARD)) {
            switch (token.kind()) {
                case UNTERMINATED, OTHER -> {
                    return false;
                }
                case PUNCTUATION -> {
                    if (!isInOrder(token.text(text), open)) {
                        return false;
                    }
                }
                default -> empty &= token.kind().isBlank();
            }
        }
        return open.isEmpty() && !empty;
    }

    private static boolean isInOrder(String mark, Deque<String> open) {
        return switch (mark) {
            case ";" -> false;
            case "(" -> {
                open.push(")");
                yield true;
            }
            case "[" -> {
                open.push("]");
                yield true;
            }
            case ")", "]" -> mark.equals(open.poll());
            default -> true;
        };
    }
}
