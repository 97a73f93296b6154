package io.github.schemasplit.sqltext;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets that are open at a place in an expression, and what the next one will be of. */
final class OpenBrackets {
    /** What is closed that calls nothing. */
    static final int NOTHING = -1;

    private static final Open PLAIN = new Open(Bracket.PLAIN, NOTHING);

    /** An open bracket, and which reference is called with it. */
    private record Open(Bracket bracket, int callee) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private Open next = PLAIN;
    private int aggregates;

    /** The next parenthesis is of a construct. */
    void nextIs(Bracket bracket) {
        next = new Open(bracket, NOTHING);
    }

    /** The next parenthesis has the arguments for the reference that was found as {@code callee}. */
    void nextCalls(Bracket bracket, int callee) {
        next = new Open(bracket, callee);
    }

    boolean nextCalls() {
        return next.callee >= 0;
    }

    /** A parenthesis, of what was said before. */
    void open() {
        open.push(next);
        aggregates += next.bracket == Bracket.AGGREGATED ? 1 : 0;
        next = PLAIN;
    }

    /** A bracket that is no parenthesis. */
    void openSquare() {
        open.push(PLAIN);
        next = PLAIN;
    }

    /** Closes the innermost; the reference that is called with it, or {@link #NOTHING}. */
    int close() {
        Open closed = open.pop();
        aggregates -= closed.bracket == Bracket.AGGREGATED ? 1 : 0;
        return closed.callee;
    }

    /** Nothing is called with the innermost; what seemed to be. */
    int callsNothing() {
        int callee = close();
        open.push(PLAIN);
        return callee;
    }

    /** The reference that is called with the innermost, or {@link #NOTHING}. */
    int callee() {
        return open.isEmpty() ? NOTHING : open.peek().callee;
    }

    /** Whether one of them is of an aggregate. */
    boolean isAggregated() {
        return aggregates > 0;
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** Whether the innermost is of this kind. */
    boolean isIn(Bracket bracket) {
        return !open.isEmpty() && open.peek().bracket == bracket;
    }
}
