package io.github.schemasplit.sqltext;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list after FROM or USING: relations, functions, queries and joins of them, with their aliases. Parentheses of joins
 * cost it no stack.
 *
 * @see <a href="https://www.postgresql.org/docs/current/queries-table-expressions.html">Table Expressions</a>
 */
final class FromReader {
    private static final Set<String> JOIN_ENDS = new HashSet<>(QueryReader.CLAUSES);
    private static final Set<String> FUNCTION_ENDS = Set.of("as", ",");
    private static final Set<String> XML_COLUMN_ENDS = Set.of(",", "path", "default", "not", "null");
    private static final Set<String> JSON_COLUMN_ENDS = Set.of(",", "path");

    static {
        JOIN_ENDS.addAll(
                Set.of(",", "join", "left", "right", "full", "inner", "cross", "natural", "on", "using", "when"));
    }

    private final Grammar grammar;
    private final TokenCursor tokens;

    FromReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Goes over the list that begins here, to the clause that follows it. */
    void list(@Nullable CteScope scope) {
        list(scope, 0);
    }

    /** The same for what MERGE joins its target with. */
    void joined(@Nullable CteScope scope) {
        list(scope, 1);
    }

    private void list(@Nullable CteScope scope, int outerJoins) {
        int depth = 0;
        int joins = outerJoins;
        boolean item = true;
        while (!tokens.isEnd()) {
            String word = tokens.word();
            switch (word) {
                case "," -> {
                    tokens.next();
                    item = true;
                }
                case "(" -> {
                    if (!item) {
                        return;
                    }
                    depth++;
                    tokens.next();
                }
                case ")" -> {
                    if (depth == 0) {
                        return;
                    }
                    depth--;
                    tokens.next();
                    grammar.levels.derived(alias());
                    item = false;
                }
                case "lateral" -> tokens.next();
                case "into" -> {
                    if (!grammar.intoVariables) {
                        return;
                    }
                    tokens.next();
                    grammar.variables();
                }
                case "natural", "cross", "inner", "left", "right", "full", "outer", "join" -> {
                    if (item) {
                        item(scope);
                        item = false;
                    } else {
                        joins += join();
                        item = true;
                    }
                }
                case "on" -> {
                    if (joins == 0 && tokens.word(1).equals("conflict")) {
                        return;
                    }
                    joins--;
                    tokens.next();
                    grammar.expressions.read(JOIN_ENDS, scope);
                    item = false;
                }
                case "using" -> {
                    if (joins == 0) {
                        return;
                    }
                    joins--;
                    tokens.next();
                    tokens.skipParentheses();
                    if (tokens.accept("as")) {
                        tokens.next();
                    }
                }
                case "select", "with", "values", "table" -> {
                    if (!item || (depth == 0 && !word.equals("select") && !isRelation(word))) {
                        return;
                    }
                    if (isRelation(word)) {
                        item(scope);
                    } else {
                        grammar.nested(scope);
                    }
                    item = false;
                }
                case "union", "intersect", "except" -> {
                    if (depth == 0) {
                        return;
                    }
                    tokens.next();
                    if (!tokens.accept("all")) {
                        tokens.accept("distinct");
                    }
                    item = true;
                }
                case "order", "limit", "offset", "fetch", "for" -> {
                    if (depth == 0) {
                        return;
                    }
                    tokens.skip(word.equals("fetch") ? 2 : 1);
                    grammar.expressions.read(Set.of(), scope);
                }
                default -> {
                    if (!item || !item(scope)) {
                        return;
                    }
                    item = false;
                }
            }
        }
    }

    /** Goes over the words of a join; how many conditions it has. */
    private int join() {
        boolean conditional = !tokens.is("natural") && !tokens.is("cross");
        while (!tokens.isEnd() && !tokens.accept("join")) {
            tokens.next();
        }
        return conditional ? 1 : 0;
    }

    /** VALUES is not reserved: a query has a row after it. */
    private boolean isRelation(String word) {
        return word.equals("values") && !tokens.word(1).equals("(");
    }

    /** One relation, function or construct with its alias; false when none begins here. */
    boolean item(@Nullable CteScope scope) {
        int reference = grammar.found.count();
        List<NamePart> relation = List.of();
        if (tokens.is("only")) {
            relation = table(scope);
        } else if (tokens.is("rows")
                && tokens.word(1).equals("from")
                && tokens.word(2).equals("(")) {
            tokens.skip(3);
            rowsFrom(scope);
        } else if (!tokens.isName() && !(tokens.isWord() && tokens.word(1).equals("("))) {
            if (!tokens.isWord() || QueryReader.CLAUSES.contains(tokens.word())) {
                return false;
            }
            tokens.next();
        } else if (tokens.is("collation") && tokens.word(1).equals("for")) {
            tokens.skip(2);
            grammar.expressions.parentheses(scope);
        } else if (tokens.isWord()
                && tokens.word(1).equals("(")
                && WordClass.of(tokens.word()) != WordClass.ROUTINE_NAME
                && WordClass.of(tokens.word()) != WordClass.FREE) {
            grammar.expressions.construct(scope);
        } else {
            relation = relationOrFunction(scope);
        }
        ordinality();
        NamePart alias = alias();
        if (relation.isEmpty()) {
            grammar.levels.derived(alias);
        } else {
            grammar.levels.relation(reference, relation, alias);
        }
        sample(scope, reference);
        return true;
    }

    /** A relation without alias: {@code ONLY (t)}, {@code t *}; its name, or nothing where there is none. */
    List<NamePart> table(@Nullable CteScope scope) {
        boolean only = tokens.accept("only");
        boolean closes = only && tokens.accept("(");
        List<NamePart> name = List.of();
        if (tokens.isName()) {
            int reference = grammar.found.count();
            name = grammar.name();
            grammar.found.addRead(name, scope);
            if (only) {
                grammar.found.acted(reference, Act.ONLY);
            }
        }
        tokens.accept(closes ? ")" : "*");
        return name;
    }

    /** The relation's name; nothing of a function. */
    private List<NamePart> relationOrFunction(@Nullable CteScope scope) {
        List<NamePart> name = grammar.name();
        if (tokens.is("(")) {
            grammar.found.add(ReferenceKind.ROUTINE, name);
            grammar.expressions.arguments(grammar.found.count() - 1, scope);
        } else if (name.size() > 1 || !tokens.word(-1).equals("current_schema")) {
            grammar.found.addRead(name, scope);
            tokens.accept("*");
            return name;
        }
        return List.of();
    }

    private void rowsFrom(@Nullable CteScope scope) {
        while (!tokens.isEnd() && !tokens.is(")")) {
            grammar.expressions.read(FUNCTION_ENDS, scope);
            if (tokens.accept("as")) {
                columns();
            }
            if (!tokens.accept(",")) {
                break;
            }
        }
        tokens.accept(")");
    }

    private void ordinality() {
        if (tokens.is("with") && tokens.word(1).equals("ordinality")) {
            tokens.skip(2);
        }
    }

    private void sample(@Nullable CteScope scope, int relation) {
        if (tokens.accept("tablesample")) {
            grammar.found.actedOnFirst(relation, Act.SAMPLE);
            if (tokens.isName()) {
                grammar.found.add(ReferenceKind.ROUTINE, grammar.name());
            }
            grammar.expressions.parentheses(scope);
            if (tokens.accept("repeatable")) {
                grammar.expressions.parentheses(scope);
            }
        }
    }

    /** An alias with or without AS, and the names or definitions of columns after it. */
    @Nullable
    NamePart alias() {
        NamePart alias = null;
        if (tokens.accept("as")) {
            if (tokens.isColumnName()) {
                alias = tokens.part();
            } else if (!tokens.is("(")) {
                tokens.next();
            }
            columns();
        } else if (tokens.isColumnName()) {
            alias = tokens.part();
            columns();
        }
        return alias;
    }

    /** {@code (name, …)} or {@code (name type, …)}. */
    private void columns() {
        if (!tokens.accept("(")) {
            return;
        }
        while (!tokens.isEnd() && !tokens.is(")")) {
            tokens.next();
            if (!tokens.is(",") && !tokens.is(")")) {
                grammar.types.type();
                while (!tokens.isEnd() && !tokens.is(",") && !tokens.is(")")) {
                    tokens.next();
                }
            }
            tokens.accept(",");
        }
        tokens.accept(")");
    }

    /** What follows COLUMNS in XMLTABLE. */
    void xmlColumns(@Nullable CteScope scope) {
        do {
            tokens.next();
            if (tokens.accept("for")) {
                tokens.next();
            } else {
                grammar.types.type();
                while (!tokens.isEnd() && !tokens.is(",") && !tokens.is(")")) {
                    tokens.next();
                    grammar.expressions.read(XML_COLUMN_ENDS, scope);
                }
            }
        } while (tokens.accept(","));
    }

    /** What follows COLUMNS in JSON_TABLE. */
    void jsonColumns(@Nullable CteScope scope) {
        int depth = 0;
        do {
            while (tokens.accept("(")) {
                depth++;
            }
            if (tokens.is("nested")
                    && (tokens.word(1).equals("path") || tokens.word(1).equals(TokenCursor.STRING))) {
                tokens.next();
                tokens.accept("path");
                tokens.next();
                if (tokens.accept("as")) {
                    tokens.next();
                }
                tokens.accept("columns");
                continue;
            }
            tokens.next();
            if (tokens.accept("for")) {
                tokens.next();
            } else {
                grammar.types.type();
                do {
                    if (tokens.accept("path")) {
                        tokens.next();
                    }
                    grammar.expressions.read(JSON_COLUMN_ENDS, scope);
                } while (tokens.is("path"));
            }
            while (depth > 0 && tokens.accept(")")) {
                depth--;
            }
        } while (tokens.accept(",") || (depth > 0 && tokens.is("(")));
    }
}
