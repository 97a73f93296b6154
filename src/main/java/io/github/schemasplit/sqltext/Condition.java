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
    private static final Set<String> BEFORE = Set.of("and", "or", "where");
    private static final Set<String> AFTER = Set.of(
            "and", "or", "then", "loop", "group", "order", "limit", "union", "into", ")", ";", ",", TokenCursor.END);

    /** What conditions of WHERE do not go beyond, where it is not in parentheses. */
    private static final Set<String> BOUNDS = Set.of(
            "where",
            "(",
            ";",
            "from",
            "select",
            "union",
            "except",
            "intersect",
            "group",
            "having",
            "order",
            "limit",
            "if",
            "when",
            "then",
            "else",
            "loop",
            "begin",
            "while",
            "return");

    /** FROM, a schema, a dot, a view, AS and an alias. */
    private static final int LONGEST_FROM = 6;

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

    /**
     * The view that has the column, where the condition is one of a query {@code FROM view [[AS] alias] WHERE …}: in lower case, with
     * its schema if that is written and not {@code pg_catalog}.
     */
    Optional<String> view(TokenCursor tokens) {
        int where = where(tokens);
        int from = where - 1;
        while (from > where - LONGEST_FROM && !tokens.word(from).equals("from")) {
            from--;
        }
        if (!tokens.word(where).equals("where") || !tokens.word(from).equals("from")) {
            return Optional.empty();
        }
        int last = from + 1;
        StringBuilder view = new StringBuilder(tokens.word(last));
        while (tokens.word(last + 1).equals(".")) {
            last += 2;
            view.append('.').append(tokens.word(last));
        }
        int alias = tokens.word(last + 1).equals("as") ? last + 2 : last + 1;
        String name = tokens.word(alias < where ? alias : last);
        boolean alone = alias + 1 == where || last + 1 == where;
        boolean qualified = constant - 2 > start;
        return alone
                        && (!qualified
                                || start + 4 == constant && tokens.word(start).equals(name))
                ? Optional.of(view.toString().replaceFirst("^pg_catalog[.]", ""))
                : Optional.empty();
    }

    /** Where the WHERE of the query is, or else what stands between it and the condition. */
    private int where(TokenCursor tokens) {
        int at = start - 1;
        int closed = 0;
        while (!tokens.word(at).equals(TokenCursor.END) && !(closed == 0 && BOUNDS.contains(tokens.word(at)))) {
            closed += tokens.word(at).equals(")") ? 1 : tokens.word(at).equals("(") ? -1 : 0;
            at--;
        }
        return at;
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
