package io.github.schemasplit.sqltext;

import java.util.Set;

/** Reads words that stand after an operand, with what belongs to them. */
final class InfixReader {
    /** Words that another operand follows, and are not reserved. */
    private static final Set<String> INFIX =
            Set.of("like", "ilike", "similar", "overlaps", "is", "escape", "zone", "between", "value", "by");
    /** Reserved words that are operands, or end one. */
    private static final Set<String> CONSTANTS = Set.of(
            "null",
            "true",
            "false",
            "user",
            "current_user",
            "session_user",
            "system_user",
            "current_role",
            "current_catalog",
            "current_date",
            "current_time",
            "current_timestamp",
            "localtime",
            "localtimestamp",
            "asc",
            "desc",
            "end");

    private final Grammar grammar;
    private final TokenCursor tokens;

    InfixReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Whether a reserved word is an operand, or ends one. */
    static boolean isConstant(String reserved) {
        return CONSTANTS.contains(reserved);
    }

    /** Goes over {@code word}, which is the current one; whether what was gone over ends an operand. */
    boolean read(String word) {
        switch (word) {
            case "operator" -> {
                if (operator()) {
                    return false;
                }
                tokens.next();
            }
            case "using" -> sortOperator();
            case "within" -> tokens.skip(tokens.word(1).equals("group") ? 2 : 1);
            case "over" -> tokens.skip(tokens.word(1).equals("(") ? 1 : 2);
            case "not" -> tokens.next();
            case "fetch" -> {
                tokens.skip(2);
                return false;
            }
            case "is" -> {
                tokens.next();
                tokens.accept("not");
                tokens.accept("distinct", "from");
                return tokens.accept("json") && json();
            }
            case "passing" -> {
                tokens.next();
                if (!tokens.accept("by", "ref")) {
                    tokens.accept("by", "value");
                }
                return false;
            }
            case "collate" -> {
                tokens.next();
                grammar.skipName();
            }
            case "union", "intersect", "except" -> {
                tokens.next();
                if (!tokens.accept("all")) {
                    tokens.accept("distinct");
                }
                return false;
            }
            default -> {
                tokens.next();
                return isConstant(word) || (WordClass.of(word) != WordClass.RESERVED && !INFIX.contains(word));
            }
        }
        return true;
    }

    /** {@code OPERATOR (schema.+)}; false, with nothing gone over, where the word is a name. */
    boolean operator() {
        int symbol = 2;
        while (tokens.word(symbol + 1).equals(".")) {
            symbol += 2;
        }
        if (!tokens.word(1).equals("(") || !tokens.isOperator(symbol)) {
            return false;
        }
        tokens.skip(symbol + 2);
        return true;
    }

    /** {@code USING >}, after what to sort by; the word can be an alias, too. */
    private void sortOperator() {
        tokens.next();
        if (tokens.isOperator(0)) {
            tokens.next();
        } else if (tokens.is("operator")) {
            operator();
        }
    }

    /** {@code OBJECT WITH UNIQUE KEYS}, after IS JSON. */
    private boolean json() {
        switch (tokens.word()) {
            case "value", "array", "object", "scalar" -> tokens.next();
            default -> {}
        }
        if ((tokens.is("with") || tokens.is("without")) && tokens.word(1).equals("unique")) {
            tokens.skip(2);
            tokens.accept("keys");
        }
        return true;
    }
}
