package io.github.schemasplit.sql;

/** A part of a statement that is safe to write into SQL: it knows how to quote itself. */
public interface SqlPart {
    /** The part as SQL text. */
    String sql();
}
