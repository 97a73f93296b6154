package io.github.schemasplit.sqltext;

import java.util.Optional;
import java.util.Set;

/**
 * A condition {@code column = 'constant'} that stands by itself or between AND and OR, at offsets from a cursor.
 *
 * @param start where the column's name begins, with what it is qualified by
 * @param constant where the constant is
 */
record Condition(int start, int constant) {
    private static final Set<String> BEFORE = Set.of("and", "or", "where", "on", "if", "when", "exists", "return", "(");
    private static final Set<String> AFTER = Set.of(
            "and", "or", "then", "loop", "group", "order", "limit", "union", "into", ")", ";", ",", TokenCursor.END);

    /** The condition whose constant is there; empty when there is none, or it is only part of an expression. */
    static Optional<Condition> of(TokenCursor tokens, int constant) {
        int start = constant - 2;
        while (tokens.word(start - 1).equals(".")) {
            start -= 2;
        }
        return tokens.word(constant).equals(TokenCursor.STRING)
                        && tokens.word(constant - 1).equals("=")
                        && tokens.isWord(constant - 2)
                        && BEFORE.contains(tokens.word(start - 1))
                        && AFTER.contains(tokens.word(constant + 1))
                ? Optional.of(new Condition(start, constant))
                : Optional.empty();
    }

    /** The condition that must hold too, before this one, of a column with the same qualifier. */
    Optional<Condition> before(TokenCursor tokens) {
        return tokens.word(start - 1).equals("and")
                ? of(tokens, start - 2).filter(other -> isOfSameTable(other, tokens))
                : Optional.empty();
    }

    /** The condition that must hold too, behind this one, of a column with the same qualifier. */
    Optional<Condition> behind(TokenCursor tokens) {
        if (!tokens.word(constant + 1).equals("and")) {
            return Optional.empty();
        }
        int column = constant + 2;
        while (tokens.word(column + 1).equals(".")) {
            column += 2;
        }
        return of(tokens, column + 2).filter(other -> isOfSameTable(other, tokens));
    }

    /** The name of the column, without what it is qualified by. */
    String column(TokenCursor tokens) {
        return tokens.word(constant - 2);
    }

    private boolean isOfSameTable(Condition other, TokenCursor tokens) {
        int length = constant - start;
        if (other.constant - other.start != length) {
            return false;
        }
        for (int i = 0; i < length - 2; i++) {
            String word = tokens.word(start + i);
            if (!word.equals(tokens.word(other.start + i)) || word.equals(TokenCursor.QUOTED)) {
                return false;
            }
        }
        return true;
    }
}
