package io.github.schemasplit.sqltext;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of an expression or a list of them: what is open, and whether an operand was read last. */
final class ExpressionRun {
    /** Words after an operand that another operand follows, and are not reserved. */
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

    /** An open bracket, and which reference is called with it, or -1. */
    private record Open(Bracket bracket, int callee) {}

    private final Grammar grammar;
    private final TokenCursor tokens;
    private final Set<String> stops;
    private final @Nullable CteScope scope;
    private final boolean grouping;
    private final Deque<Open> open = new ArrayDeque<>();
    /** Whether what was read last ends an operand. */
    private boolean operand;

    private int cases;
    private Open next = new Open(Bracket.PLAIN, -1);

    ExpressionRun(Grammar grammar, Set<String> stops, @Nullable CteScope scope, boolean grouping) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.stops = stops;
        this.scope = scope;
        this.grouping = grouping;
    }

    void run() {
        while (one()) {
            continue;
        }
    }

    /** Whether all brackets that were opened are closed. */
    boolean isClosed() {
        return open.isEmpty();
    }

    /** Goes over one token, or what begins with it; false where the expression ends. */
    boolean one() {
        if (tokens.isEnd()) {
            return false;
        }
        String word = tokens.word();
        if (isIn(Bracket.WINDOW) && isFrame(word)) {
            tokens.next();
            operand = false;
            return true;
        }
        if (open.isEmpty() && stops.contains(word) && isStop(word)) {
            return false;
        }
        switch (word) {
            case "(", "[" -> opens();
            case ")", "]" -> {
                if (open.isEmpty()) {
                    return false;
                }
                closes();
            }
            case ";" -> {
                return false;
            }
            case "." -> {
                tokens.skip(2);
                operand = true;
            }
            case "::" -> {
                tokens.next();
                grammar.types.type();
                operand = true;
            }
            case "*" -> {
                tokens.next();
                operand = !operand;
            }
            case TokenCursor.STRING, TokenCursor.OTHER -> {
                tokens.next();
                operand = true;
            }
            case TokenCursor.QUOTED -> name();
            default -> {
                if (!tokens.isWord()) {
                    tokens.next();
                    operand = false;
                } else if (operand) {
                    afterOperand(word);
                } else {
                    operand(word);
                }
            }
        }
        return true;
    }

    private boolean isFrame(String word) {
        return switch (word) {
            case "rows", "range", "groups" -> operand || tokens.word(-1).equals("(");
            default -> false;
        };
    }

    /** A word that may begin a clause can also be a part of an expression. */
    private boolean isStop(String word) {
        return switch (word) {
            case "when", "then", "else", "end" -> cases == 0;
            case "left", "right", "full", "inner", "cross", "natural", "join", "loop" -> operand;
            case "not", "null" -> operand;
            default -> true;
        };
    }

    private void opens() {
        boolean round = tokens.is("(");
        if (next.callee < 0 && isWindow()) {
            next = new Open(Bracket.WINDOW, -1);
        }
        open.push(round ? next : new Open(Bracket.PLAIN, -1));
        next = new Open(Bracket.PLAIN, -1);
        operand = false;
        tokens.next();
        if (round && beginsQuery()) {
            grammar.nested(scope);
        } else if (round) {
            openingWords();
        }
    }

    private boolean isWindow() {
        return tokens.word(-1).equals("over") || tokens.word(-1).equals("as");
    }

    /** Words that stand first in what XML constructs have in parentheses. */
    private void openingWords() {
        switch (tokens.word(-2)) {
            case "xmlparse", "xmlserialize" -> {
                if (!tokens.accept("content")) {
                    tokens.accept("document");
                }
            }
            case "xmlelement", "xmlpi" -> {
                tokens.skip(2);
                operand = true;
            }
            default -> {}
        }
    }

    private boolean beginsQuery() {
        return switch (tokens.word()) {
            case "select", "with", "table" -> true;
            case "values" -> tokens.word(1).equals("(");
            default -> false;
        };
    }

    private void closes() {
        Open closed = open.pop();
        tokens.next();
        operand = true;
        if (closed.callee >= 0 && tokens.word().equals(TokenCursor.STRING)) {
            grammar.found.isType(closed.callee);
        }
    }

    private void afterOperand(String word) {
        switch (word) {
            case "as" -> as();
            case "operator" -> operator();
            case "not" -> tokens.next();
            case "fetch" -> {
                tokens.skip(2);
                operand = false;
            }
            case "is" -> {
                tokens.next();
                tokens.accept("not");
                tokens.accept("distinct", "from");
                operand = tokens.is("json") && json();
            }
            case "passing" -> {
                tokens.next();
                if (tokens.accept("by")) {
                    tokens.next();
                }
                operand = false;
            }
            case "collate" -> {
                tokens.next();
                if (tokens.isName()) {
                    grammar.name();
                }
            }
            case "end" -> {
                cases = Math.max(0, cases - 1);
                tokens.next();
            }
            case "union", "intersect", "except" -> {
                tokens.next();
                if (!tokens.accept("all")) {
                    tokens.accept("distinct");
                }
                operand = false;
                if (beginsQuery()) {
                    grammar.nested(scope);
                }
            }
            case "returning" -> returning();
            case "columns" -> columns();
            default -> {
                tokens.next();
                operand =
                        CONSTANTS.contains(word) || (WordClass.of(word) != WordClass.RESERVED && !INFIX.contains(word));
            }
        }
    }

    /** {@code JSON OBJECT WITH UNIQUE KEYS}, after IS. */
    private boolean json() {
        tokens.next();
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

    private void as() {
        tokens.next();
        if (isIn(Bracket.CAST)) {
            grammar.types.type();
        } else if (tokens.isWord() || tokens.word().equals(TokenCursor.QUOTED)) {
            tokens.next();
        }
    }

    private void operator() {
        tokens.next();
        if (tokens.is("(")) {
            tokens.skipParentheses();
            operand = false;
        }
    }

    private void returning() {
        tokens.next();
        if (isIn(Bracket.JSON)) {
            grammar.types.type();
        } else {
            operand = false;
        }
    }

    private void columns() {
        tokens.next();
        if (isIn(Bracket.XML_TABLE)) {
            grammar.from.xmlColumns(scope);
        } else if (isIn(Bracket.JSON_TABLE)) {
            grammar.from.jsonColumns(scope);
        }
        operand = true;
    }

    private boolean isIn(Bracket bracket) {
        return !open.isEmpty() && open.peek().bracket == bracket;
    }

    private void operand(String word) {
        switch (word) {
            case "case" -> {
                cases++;
                tokens.next();
            }
            case "cast" -> {
                next = new Open(Bracket.CAST, -1);
                tokens.next();
            }
            case "select" -> grammar.nested(scope);
            case "operator" -> operator();
            case "distinct" -> tokens.next();
            case "by" -> {
                operand = !tokens.word(-1).equals("order") && !tokens.word(-1).equals("group");
                tokens.next();
            }
            case "columns" -> {
                if (isIn(Bracket.XML_TABLE) || isIn(Bracket.JSON_TABLE)) {
                    columns();
                } else {
                    name();
                }
            }
            case "version" -> {
                if (isIn(Bracket.XML_ROOT)) {
                    tokens.next();
                } else {
                    name();
                }
            }
            case "as" -> as();
            case "end", "returning", "fetch" -> afterOperand(word);
            default -> {
                switch (WordClass.of(word)) {
                    case RESERVED -> {
                        tokens.next();
                        operand = CONSTANTS.contains(word);
                    }
                    case COLUMN_NAME -> columnName(word);
                    default -> name();
                }
            }
        }
    }

    private void columnName(String word) {
        if (tokens.word(1).equals("(") && PlainCall.isHere(tokens)) {
            name();
        } else if (tokens.word(1).equals("(")) {
            tokens.next();
            next = new Open(Bracket.of(word), -1);
        } else if (word.equals("grouping") || word.equals("between") || word.equals("setof")) {
            tokens.next();
            if (word.equals("grouping")) {
                tokens.accept("sets");
            }
        } else {
            name();
        }
    }

    /** A name: of a column, a routine that is called, or the type of a constant. */
    private void name() {
        if (operand) {
            tokens.next();
            return;
        }
        operand = true;
        List<NamePart> name = grammar.name();
        if (tokens.is("(")) {
            if (!isGrouping(name)) {
                grammar.found.add(ReferenceKind.ROUTINE, name);
                next = new Open(Bracket.PLAIN, grammar.found.count() - 1);
            }
        } else if (tokens.word().equals(TokenCursor.STRING) && !isBuiltInType(name)) {
            grammar.found.add(ReferenceKind.TYPE, name);
        } else {
            if (name.size() == 2 && tokens.accept(".", "*")) {
                name.add(tokens.part(-1));
            }
            if (name.size() > 2) {
                grammar.found.add(ReferenceKind.COLUMN, name);
            }
        }
    }

    private boolean isGrouping(List<NamePart> name) {
        return grouping
                && name.size() == 1
                && (tokens.word(-1).equals("rollup") || tokens.word(-1).equals("cube"));
    }

    private boolean isBuiltInType(List<NamePart> name) {
        return name.size() == 1 && WordClass.of(tokens.word(-1)) == WordClass.COLUMN_NAME;
    }
}
