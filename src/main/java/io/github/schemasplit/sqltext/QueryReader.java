package io.github.schemasplit.sqltext;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries: SELECT, VALUES and TABLE with WITH before them, and set operations of them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-select.html">SELECT</a>
 */
final class QueryReader {
    /** Words that begin a clause or what follows a query. */
    static final Set<String> CLAUSES = Set.of(
            "select",
            "from",
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "into",
            "returning",
            "on",
            "with",
            "values",
            "table",
            "create",
            "grant");

    private static final Set<String> CYCLE_ENDS = Set.of("default", "using");

    private final Grammar grammar;
    private final TokenCursor tokens;

    QueryReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Goes over a query or a data-modifying statement, to a bracket that it did not open, a semicolon, or the end. */
    void query(@Nullable CteScope outer) {
        CteScope scope = tokens.is("with") ? with(outer) : outer;
        grammar.levels.open();
        switch (tokens.word()) {
            case "insert" -> grammar.dml.insert(scope);
            case "update" -> grammar.dml.update(scope);
            case "delete" -> grammar.dml.delete(scope);
            case "merge" -> grammar.dml.merge(scope);
            default -> clauses(scope);
        }
        grammar.levels.close();
    }

    /** Goes over the clauses of a query from here on. */
    void select(@Nullable CteScope scope) {
        grammar.levels.open();
        clauses(scope);
        grammar.levels.close();
    }

    private void clauses(@Nullable CteScope scope) {
        while (!tokens.isEnd() && !tokens.is(")") && !tokens.is(";") && !endsHere()) {
            String word = tokens.word();
            if (CLAUSES.contains(word)) {
                grammar.levels.begin(word);
            }
            switch (word) {
                case "from" -> {
                    tokens.next();
                    grammar.from.list(scope);
                }
                case "into" -> into();
                case "for" -> locking();
                case "table" -> {
                    tokens.next();
                    grammar.from.table(scope);
                }
                case "group" -> {
                    tokens.next();
                    grammar.expressions.readGrouping(CLAUSES, scope);
                }
                case "values" -> {
                    tokens.next();
                    grammar.expressions.read(CLAUSES, scope);
                }
                case "select" -> {
                    tokens.next();
                    distinct(scope);
                    grammar.expressions.read(CLAUSES, scope);
                }
                case "fetch" -> {
                    tokens.skip(2);
                    grammar.expressions.read(CLAUSES, scope);
                }
                default -> {
                    if (CLAUSES.contains(word)) {
                        tokens.next();
                    }
                    int before = tokens.position();
                    grammar.expressions.read(CLAUSES, scope);
                    if (tokens.position() == before && !CLAUSES.contains(tokens.word()) && !tokens.is(")")) {
                        tokens.next();
                    }
                }
            }
        }
    }

    private void distinct(@Nullable CteScope scope) {
        if (tokens.accept("distinct") && tokens.accept("on")) {
            grammar.expressions.parentheses(scope);
        }
    }

    /** What follows the query of an INSERT, or of a view, alone or in CREATE SCHEMA. */
    private boolean endsHere() {
        return switch (tokens.word()) {
            case "on" -> tokens.word(1).equals("conflict");
            case "returning", "create", "grant" -> true;
            case "with" ->
                switch (tokens.word(1)) {
                    case "check", "local", "cascaded", "data", "no" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    private void into() {
        tokens.next();
        if (grammar.intoVariables) {
            grammar.variables();
            return;
        }
        int start = tokens.position();
        switch (tokens.word()) {
            case "temporary", "temp", "unlogged" -> tokens.next();
            case "local", "global" -> tokens.skip(tokens.word(1).startsWith("temp") ? 2 : 0);
            default -> {}
        }
        tokens.accept("table");
        if (!tokens.isName()) {
            tokens.back(start);
        }
        grammar.created(ReferenceKind.RELATION);
    }

    /** {@code FOR UPDATE OF alias}: names of what is in FROM, and of nothing else. */
    private void locking() {
        tokens.next();
        while (tokens.isName() || tokens.is(",") || tokens.is(".")) {
            tokens.next();
        }
    }

    private CteScope with(@Nullable CteScope outer) {
        CteScope scope = new CteScope(outer);
        tokens.next();
        boolean recursive = tokens.is("recursive")
                && !tokens.word(1).equals("as")
                && !tokens.word(1).equals("(");
        if (recursive) {
            tokens.next();
        }
        int start = tokens.offset();
        do {
            if (!tokens.isName()) {
                break;
            }
            NamePart name = tokens.part();
            if (tokens.is("(")) {
                tokens.skipParentheses();
            }
            tokens.accept("as");
            tokens.accept("not");
            tokens.accept("materialized");
            if (recursive) {
                scope.name(name.identifier(), start);
            }
            if (tokens.accept("(")) {
                grammar.nested(scope);
                tokens.accept(")");
            }
            scope.name(name.identifier(), tokens.offset());
            searchAndCycle();
        } while (tokens.accept(","));
        return scope;
    }

    /** {@code SEARCH DEPTH FIRST BY a, b SET c} and {@code CYCLE a, b SET c TO v DEFAULT v USING d}. */
    private void searchAndCycle() {
        if (tokens.is("search")) {
            tokens.skip(4);
            columns();
            tokens.skip(2);
        }
        if (tokens.accept("cycle")) {
            columns();
            tokens.skip(2);
            if (tokens.accept("to")) {
                grammar.expressions.read(CYCLE_ENDS, null);
                tokens.accept("default");
                grammar.expressions.read(CYCLE_ENDS, null);
            }
            if (tokens.accept("using")) {
                tokens.next();
            }
        }
    }

    private void columns() {
        do {
            tokens.next();
        } while (tokens.accept(","));
    }
}
