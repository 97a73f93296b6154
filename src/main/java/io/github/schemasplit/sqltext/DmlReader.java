package io.github.schemasplit.sqltext;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads INSERT, UPDATE, DELETE and MERGE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/dml.html">Data Manipulation</a>
 */
final class DmlReader {
    private static final Set<String> ASSIGNMENT_ENDS = Set.of(",", "from", "where", "returning", "when", "into");
    private static final Set<String> WHERE_ENDS = Set.of("returning", "on", "do", "into");
    private static final Set<String> WHEN_ENDS = Set.of("then", "returning");
    private static final Set<String> VALUES_ENDS = Set.of("when", "returning");

    private final Grammar grammar;
    private final TokenCursor tokens;

    DmlReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    void insert(@Nullable CteScope scope) {
        tokens.next();
        tokens.accept("into");
        int target = grammar.found.count();
        List<NamePart> name = relation();
        NamePart alias = null;
        if (tokens.accept("as")) {
            if (tokens.isColumnName()) {
                alias = tokens.part();
            } else {
                tokens.next();
            }
        }
        grammar.levels.relation(target, name, alias);
        if (!isQuery()) {
            columns(scope);
        }
        if (tokens.accept("overriding")) {
            tokens.skip(2);
        }
        if (!tokens.accept("default", "values")) {
            grammar.nested(scope);
        }
        if (tokens.accept("on", "conflict")) {
            conflict(scope, target);
        }
        returning(scope);
    }

    /** The name of the relation that is written to; nothing where none is here. */
    private List<NamePart> relation() {
        if (!tokens.isName()) {
            return List.of();
        }
        List<NamePart> name = grammar.name();
        grammar.found.add(ReferenceKind.RELATION, name);
        return name;
    }

    private boolean isQuery() {
        int offset = 1;
        while (tokens.word(offset).equals("(")) {
            offset++;
        }
        return switch (tokens.word(offset)) {
            case "select", "with", "table", "values" -> true;
            default -> false;
        };
    }

    private void conflict(@Nullable CteScope scope, int target) {
        if (tokens.accept("on")) {
            grammar.found.actedOnFirst(target, Act.CONFLICT_BY_CONSTRAINT);
            tokens.skip(2);
        } else {
            grammar.expressions.parentheses(scope);
            where(scope, target);
        }
        tokens.accept("do");
        if (tokens.accept("update", "set")) {
            assignments(scope);
            where(scope, target);
        } else if (!tokens.accept("nothing")) {
            tokens.accept("select");
            grammar.queries.select(scope);
        }
    }

    void update(@Nullable CteScope scope) {
        tokens.next();
        int target = target();
        if (tokens.accept("set")) {
            assignments(scope);
        }
        variables();
        if (tokens.accept("from")) {
            grammar.from.list(scope);
        }
        where(scope, target);
        returning(scope);
    }

    void delete(@Nullable CteScope scope) {
        tokens.next();
        tokens.accept("from");
        int target = target();
        if (tokens.accept("using")) {
            grammar.from.list(scope);
        }
        where(scope, target);
        returning(scope);
    }

    void merge(@Nullable CteScope scope) {
        tokens.next();
        tokens.accept("into");
        grammar.found.actedOnFirst(target(), Act.MERGE);
        if (tokens.accept("using")) {
            grammar.from.joined(scope);
        }
        while (tokens.accept("when")) {
            grammar.expressions.read(WHEN_ENDS, scope);
            tokens.accept("then");
            action(scope);
        }
        returning(scope);
    }

    private void action(@Nullable CteScope scope) {
        if (tokens.accept("insert")) {
            columns(scope);
            if (tokens.accept("overriding")) {
                tokens.skip(2);
            }
            tokens.accept("values");
            grammar.expressions.read(VALUES_ENDS, scope);
        } else if (tokens.accept("update", "set")) {
            assignments(scope);
        } else {
            grammar.expressions.read(VALUES_ENDS, scope);
        }
    }

    /** What is written to, with its alias; as which reference it was found. */
    private int target() {
        boolean only = tokens.accept("only");
        boolean closes = only && tokens.accept("(");
        int target = grammar.found.count();
        List<NamePart> name = relation();
        if (only) {
            grammar.found.acted(target, Act.ONLY);
        }
        if (closes) {
            tokens.accept(")");
        }
        tokens.accept("*");
        // To UPDATE, SET is no alias.
        NamePart alias = tokens.is("set") ? null : grammar.from.alias();
        grammar.levels.relation(target, name, alias);
        variables();
        return target;
    }

    /** {@code a = 1, (b, c) = (SELECT …), d.e = 2}. */
    private void assignments(@Nullable CteScope scope) {
        do {
            if (!columns(scope)) {
                column(scope);
            }
            tokens.accept("=");
            grammar.expressions.read(ASSIGNMENT_ENDS, scope);
        } while (tokens.accept(","));
    }

    /** {@code (a, b.c, d[1])}; false when no parenthesis is here. */
    private boolean columns(@Nullable CteScope scope) {
        if (!tokens.accept("(")) {
            return false;
        }
        do {
            column(scope);
        } while (tokens.accept(","));
        tokens.accept(")");
        return true;
    }

    private void column(@Nullable CteScope scope) {
        tokens.next();
        while (tokens.is(".") || tokens.is("[")) {
            if (tokens.accept("[")) {
                grammar.expressions.read(Set.of(), scope);
                tokens.accept("]");
            } else {
                tokens.skip(2);
            }
        }
    }

    /** A routine may have INTO between any two clauses. */
    private void variables() {
        if (grammar.intoVariables && tokens.accept("into")) {
            grammar.variables();
        }
    }

    private void where(@Nullable CteScope scope, int target) {
        variables();
        if (tokens.accept("where")) {
            if (tokens.accept("current", "of")) {
                grammar.found.actedOnFirst(target, Act.CURRENT_ROW);
                tokens.next();
            } else {
                grammar.expressions.read(WHERE_ENDS, scope);
            }
        }
    }

    private void returning(@Nullable CteScope scope) {
        variables();
        if (!tokens.accept("returning")) {
            return;
        }
        if (tokens.accept("with", "(")) {
            while (!tokens.isEnd() && !tokens.accept(")")) {
                tokens.next();
            }
        }
        grammar.expressions.read(QueryReader.CLAUSES, scope);
        grammar.queries.select(scope);
    }
}
