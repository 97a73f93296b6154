package io.github.schemasplit.sqltext;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of an expression or a list of them: what is open, and whether an operand was read last. */
final class ExpressionRun {
    private final Grammar grammar;
    private final TokenCursor tokens;
    private final InfixReader infix;
    private final Set<String> stops;
    private final @Nullable CteScope scope;
    private final boolean grouping;
    /** The reference whose arguments these are, or {@link OpenBrackets#NOTHING}. */
    private final int caller;

    private final OpenBrackets open = new OpenBrackets();
    /** Whether what was read last ends an operand. */
    private boolean operand;

    private int cases;

    ExpressionRun(Grammar grammar, Set<String> stops, @Nullable CteScope scope, boolean grouping, int caller) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
        this.infix = grammar.infix;
        this.stops = stops;
        this.scope = scope;
        this.grouping = grouping;
        this.caller = caller;
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
        if (open.isIn(Bracket.WINDOW) && isFrame(word)) {
            tokens.next();
            tokens.accept("between");
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
                int type = grammar.found.count();
                grammar.types.operand();
                grammar.found.acted(type, Act.CAST);
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

    /** A word that may begin a clause can also be a part of an expression, and within CASE nothing else. */
    private boolean isStop(String word) {
        if (cases > 0) {
            return false;
        }
        return switch (word) {
            case "left", "right", "full", "inner", "cross", "natural", "join", "loop" -> operand;
            case "not", "null", "path" -> operand;
            case "generated", "storage", "compression", "options", "add", "alter", "drop" -> operand;
            case "values" -> !operand && tokens.word(1).equals("(");
            default -> true;
        };
    }

    private void opens() {
        boolean round = tokens.is("(");
        if (!round) {
            open.openSquare();
        } else {
            if (!open.nextCalls()) {
                ofWord(tokens.word(-1));
            }
            open.open();
        }
        operand = false;
        tokens.next();
        if (round && beginsQuery()) {
            grammar.nested(scope);
        } else if (round && !tokens.word(-3).equals(".")) {
            openingWords();
        }
    }

    /** What the parenthesis after a word is of. */
    private void ofWord(String word) {
        switch (word) {
            case "over", "as" -> open.nextIs(Bracket.WINDOW);
            case "filter" -> open.nextIs(Bracket.AGGREGATED);
            case "group" -> {
                if (tokens.word(-2).equals("within")) {
                    open.nextIs(Bracket.AGGREGATED);
                }
            }
            default -> {}
        }
    }

    /** Words that stand first in what XML constructs have in parentheses. */
    private void openingWords() {
        if (tokens.word(-3).equals(".")) {
            return;
        }
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
        int called = open.close();
        tokens.next();
        operand = true;
        if (called != OpenBrackets.NOTHING && tokens.is(TokenCursor.STRING)) {
            grammar.found.isType(called);
        }
    }

    private void afterOperand(String word) {
        switch (word) {
            case "as" -> as();
            case "from", "for", "placing", "similar" -> {
                if (open.isIn(Bracket.CALL_UNLESS_WORDS) && !tokens.word(1).equals("to")) {
                    grammar.found.drop(open.callsNothing());
                }
                operand = infix.read(word);
            }
            case "end" -> {
                cases = Math.max(0, cases - 1);
                tokens.next();
            }
            case "returning" -> returning();
            case "columns" -> columns();
            case "union", "intersect", "except" -> {
                operand = infix.read(word);
                if (beginsQuery()) {
                    grammar.nested(scope);
                }
            }
            default -> operand = infix.read(word);
        }
    }

    private void as() {
        tokens.next();
        if (open.isIn(Bracket.CAST)) {
            int type = grammar.found.count();
            grammar.types.type();
            grammar.found.acted(type, Act.CAST);
        } else if (open.isIn(Bracket.TREAT)) {
            int count = grammar.found.count();
            grammar.types.type();
            for (int i = count; i < grammar.found.count(); i++) {
                grammar.found.drop(i);
            }
        } else if (tokens.isWord() || tokens.word().equals(TokenCursor.QUOTED)) {
            tokens.next();
        }
    }

    private void returning() {
        tokens.next();
        if (open.isIn(Bracket.JSON)) {
            grammar.types.type();
        } else {
            operand = false;
        }
    }

    private void columns() {
        tokens.next();
        if (open.isIn(Bracket.XML_TABLE)) {
            grammar.within(() -> grammar.from.xmlColumns(scope));
        } else if (open.isIn(Bracket.JSON_TABLE)) {
            grammar.within(() -> grammar.from.jsonColumns(scope));
        }
        operand = true;
    }

    private void operand(String word) {
        switch (word) {
            case "case" -> {
                cases++;
                tokens.next();
            }
            case "cast" -> {
                open.nextIs(Bracket.CAST);
                tokens.next();
            }
            case "select" -> grammar.nested(scope);
            case "operator" -> {
                if (!infix.operator()) {
                    name();
                }
            }
            case "distinct" -> tokens.next();
            case "by" -> {
                if (tokens.word(-1).equals("order") || tokens.word(-1).equals("group")) {
                    tokens.next();
                } else {
                    name();
                }
            }
            case "collation" -> {
                if (!tokens.accept("collation", "for")) {
                    name();
                }
            }
            case "version" -> {
                if (open.isIn(Bracket.XML_ROOT) && tokens.word(-1).equals(",")) {
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
                        operand = InfixReader.isConstant(word);
                    }
                    case COLUMN_NAME -> columnName(word);
                    default -> name();
                }
            }
        }
    }

    private void columnName(String word) {
        if (tokens.word(1).equals("(") && (word.equals("substring") || word.equals("overlay"))) {
            name();
            open.nextCalls(Bracket.CALL_UNLESS_WORDS, grammar.found.count() - 1);
        } else if ((word.equals("time") || word.equals("timestamp")) && isTimeConstant()) {
            grammar.types.type();
            operand = true;
        } else if (tokens.word(1).equals("(")) {
            tokens.next();
            open.nextIs(Bracket.of(word));
        } else if (tokens.accept("grouping", "sets")) {
            open.nextIs(Bracket.GROUPING_SETS);
        } else {
            name();
        }
    }

    /** {@code TIMESTAMP (3) '…'} or {@code TIME WITH TIME ZONE '…'}. */
    private boolean isTimeConstant() {
        return switch (tokens.word(1)) {
            case "(" -> true;
            case "with", "without" ->
                tokens.word(2).equals("time") && tokens.word(3).equals("zone");
            default -> false;
        };
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
                open.nextCalls(
                        QueryLevels.isAggregate(name) ? Bracket.AGGREGATED : Bracket.PLAIN, grammar.found.count() - 1);
            }
        } else if (tokens.is(TokenCursor.STRING)) {
            constant(name);
        } else {
            grammar.levels.column(List.copyOf(name), open, caller);
            if (name.size() > 1 && tokens.accept(".", "*")) {
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
                && (tokens.word(-1).equals("rollup") || tokens.word(-1).equals("cube"))
                && (open.isEmpty() || open.isIn(Bracket.GROUPING_SETS))
                && beginsElement();
    }

    /** Whether the name before the current token begins what GROUP BY has between commas. */
    private boolean beginsElement() {
        return switch (tokens.word(-2)) {
            case ",", "(", "by", "distinct", "all" -> true;
            default -> false;
        };
    }

    /** A constant of a type, at its string. */
    private void constant(List<NamePart> type) {
        String word = tokens.word(-1);
        tokens.next();
        if (type.size() > 1 || WordClass.of(word) != WordClass.COLUMN_NAME) {
            grammar.found.add(ReferenceKind.TYPE, type);
        } else if (word.equals("interval")) {
            grammar.types.intervalFields();
        }
    }
}
