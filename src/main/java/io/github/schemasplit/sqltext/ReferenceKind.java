package io.github.schemasplit.sqltext;

/** What a name in a text stands for. */
public enum ReferenceKind {
    /** A table, view, sequence, index or other relation. */
    RELATION,
    /** A function, procedure or aggregate. */
    ROUTINE,
    /** A type or domain, or the row type of a relation. */
    TYPE,
    /** A column, written with its relation: {@code public.orders.id}; the last part of the name is the column. */
    COLUMN,
    /** A constraint, which SET CONSTRAINTS looks for without its table. */
    CONSTRAINT,
    /** An operator, in a string constant. */
    OPERATOR,
    /** A collation, in a string constant. */
    COLLATION,
    /** A text search configuration, in a string constant. */
    CONFIGURATION,
    /** A text search dictionary, in a string constant. */
    DICTIONARY
}
