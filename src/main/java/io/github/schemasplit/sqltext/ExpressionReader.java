package io.github.schemasplit.sqltext;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions, lists of them, and what stands between them in a clause: it knows where an operand ends, and so which
 * names are called, which are types, and where queries begin. Parentheses cost it no stack.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-expressions.html">Value Expressions</a>
 */
final class ExpressionReader {
    private final Grammar grammar;
    private final TokenCursor tokens;

    ExpressionReader(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens;
    }

    /** Reads on to a bracket that was not opened here, a semicolon, or one of {@code stops} outside of brackets. */
    void read(Set<String> stops, @Nullable CteScope scope) {
        new ExpressionRun(grammar, stops, scope, false, OpenBrackets.NOTHING).run();
    }

    /** The same for GROUP BY, where ROLLUP and CUBE are no routines. */
    void readGrouping(Set<String> stops, @Nullable CteScope scope) {
        new ExpressionRun(grammar, stops, scope, true, OpenBrackets.NOTHING).run();
    }

    /** Reads what is in the parentheses that begin here, and goes over them. */
    void parentheses(@Nullable CteScope scope) {
        if (tokens.accept("(")) {
            read(Set.of(), scope);
            tokens.accept(")");
        }
    }

    /** The same for the arguments of the reference that was found as {@code callee}. */
    void arguments(int callee, @Nullable CteScope scope) {
        if (tokens.accept("(")) {
            new ExpressionRun(grammar, Set.of(), scope, false, callee).run();
            tokens.accept(")");
        }
    }

    /** Reads a construct with its arguments, such as {@code XMLTABLE (…)}. */
    void construct(@Nullable CteScope scope) {
        ExpressionRun run = new ExpressionRun(grammar, Set.of(), scope, false, OpenBrackets.NOTHING);
        run.one();
        while (run.one() && !run.isClosed()) {
            continue;
        }
    }
}
