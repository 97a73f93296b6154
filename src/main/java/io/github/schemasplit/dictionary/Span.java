package io.github.schemasplit.dictionary;

/** A part of a line. */
public sealed interface Span {
    /** Prose, which may have line ends: a comment of somebody's, or words of ours. */
    record Text(String text) implements Span {}

    /** A name, or another piece of SQL. */
    record Code(String text) implements Span {}

    /**
     * What leads somewhere.
     *
     * @param file the page's file, as {@link Page#file}
     * @param anchor where on it; empty for its beginning
     * @param label what stands there
     */
    record Link(String file, String anchor, Span label) implements Span {}
}
