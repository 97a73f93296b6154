package io.github.schemasplit.sqltext;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The levels of queries that are open at a place in a text, by which names in expressions are told to be of relations. */
final class QueryLevels {
    /** The server's aggregates that are written as calls; of others nobody knows here. */
    private static final Set<String> AGGREGATES = Set.of(
            "any_value",
            "array_agg",
            "avg",
            "bit_and",
            "bit_or",
            "bit_xor",
            "bool_and",
            "bool_or",
            "corr",
            "count",
            "covar_pop",
            "covar_samp",
            "every",
            "json_agg",
            "json_object_agg",
            "jsonb_agg",
            "jsonb_object_agg",
            "max",
            "min",
            "range_agg",
            "range_intersect_agg",
            "regr_avgx",
            "regr_avgy",
            "regr_count",
            "regr_intercept",
            "regr_r2",
            "regr_slope",
            "regr_sxx",
            "regr_sxy",
            "regr_syy",
            "stddev",
            "stddev_pop",
            "stddev_samp",
            "string_agg",
            "sum",
            "var_pop",
            "var_samp",
            "variance",
            "xmlagg");

    private final Grammar grammar;
    private final TokenCursor tokens;
    private final Deque<QueryLevel> levels = new ArrayDeque<>();

    QueryLevels(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    void open() {
        levels.push(new QueryLevel());
    }

    /** Ends the innermost level: what is of nothing in it may be of the query around it. */
    void close() {
        List<QueryLevel.Asked> others = levels.pop().end(grammar.found);
        QueryLevel outer = levels.peek();
        if (outer != null) {
            for (QueryLevel.Asked name : others) {
                outer.ask(name.in(outer.clause()));
            }
        }
    }

    /** A clause begins at the word, or the next query of several. */
    void begin(String word) {
        switch (word) {
            case "union", "intersect", "except" -> {
                close();
                open();
            }
            default -> levels.element().begin(word);
        }
    }

    /** A relation that was found as {@code reference} is in FROM, or what INSERT and the like write to. */
    void relation(int reference, List<NamePart> name, @Nullable NamePart alias) {
        QueryLevel level = levels.peek();
        if (level != null) {
            level.item(alias == null ? name : List.of(alias), reference);
        }
    }

    /** Something else is in FROM. */
    void derived(@Nullable NamePart alias) {
        QueryLevel level = levels.peek();
        if (level != null && alias != null) {
            level.item(List.of(alias), QueryLevel.DERIVED);
        }
    }

    /**
     * A name that is not called stands before the current token.
     *
     * @param open the brackets that are open around it in its expression
     * @param caller the routine whose arguments the expression is, or {@link OpenBrackets#NOTHING}
     */
    void column(List<NamePart> name, OpenBrackets open, int caller) {
        QueryLevel level = levels.peek();
        if (level == null) {
            return;
        }
        boolean star = tokens.is(".") && tokens.word(1).equals("*");
        String before = tokens.word(-2 * name.size());
        String after = tokens.word(star ? 2 : 0);
        int callee = open.isEmpty() ? caller : open.callee();
        boolean argument = callee != OpenBrackets.NOTHING && isBeginning(before) && isEnd(after);
        level.ask(new QueryLevel.Asked(
                name,
                star,
                argument ? Optional.of(grammar.found.name(callee)) : Optional.empty(),
                callee == OpenBrackets.NOTHING && isBeginningOfGroup(before) && isEndOfGroup(after),
                open.isAggregated(),
                level.clause()));
    }

    /** Whether a routine that is called is one of the server's aggregates. */
    static boolean isAggregate(List<NamePart> routine) {
        return AGGREGATES.contains(routine.get(routine.size() - 1).identifier().value());
    }

    private static boolean isBeginning(String word) {
        return switch (word) {
            case "(", ",", "=>", ":=" -> true;
            default -> false;
        };
    }

    private static boolean isEnd(String word) {
        return switch (word) {
            case ")", "," -> true;
            default -> false;
        };
    }

    private static boolean isBeginningOfGroup(String word) {
        return switch (word) {
            case "(", ",", "by", "distinct", "all" -> true;
            default -> false;
        };
    }

    private static boolean isEndOfGroup(String word) {
        return switch (word) {
            case ")", ",", ";", TokenCursor.END -> true;
            default -> QueryReader.CLAUSES.contains(word);
        };
    }
}
