package io.github.schemasplit.sqltext.oracle;

/** What a name in a SQL text is the name of. */
public enum ReferenceKind {
    /** A table, view, materialized view, sequence, index or foreign table. */
    RELATION,
    /** A function, procedure or aggregate. */
    ROUTINE,
    /** A type or domain. */
    TYPE,
    /** A column that is named with its relation: the names before the last one are the relation's. */
    COLUMN,
    /** A constraint that is named without its table. */
    CONSTRAINT
}
