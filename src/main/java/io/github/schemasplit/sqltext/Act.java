package io.github.schemasplit.sqltext;

/** What a statement does with a relation that it names, other than to read and write rows in ways that serve a view as well. */
public enum Act {
    /** COPY of the relation itself, and not of a query, FROM a file or the client. */
    COPY_FROM,
    /** The same TO a file or the client. */
    COPY_TO,
    /** TRUNCATE. */
    TRUNCATE,
    /** INSERT with ON CONFLICT ON CONSTRAINT. */
    CONFLICT_BY_CONSTRAINT,
    /** MERGE INTO it. */
    MERGE,
    /** A system column of it is asked for, such as {@code ctid}. */
    SYSTEM_COLUMN,
    /** UPDATE or DELETE with WHERE CURRENT OF. */
    CURRENT_ROW,
    /** A query with GROUP BY has all of its columns outside of aggregates. */
    ALL_COLUMNS,
    /** TABLESAMPLE. */
    SAMPLE,
    /** ONLY before it, so that the rows of its children are left out. */
    ONLY,
    /** LOCK in the weakest mode, with which pg_dump begins. */
    SHARE_LOCK,
    /** It is altered, replaced, dropped or commented on, or gets an index, a trigger, a policy or a foreign key. */
    DEFINITION,
    /** It gets a partition or an inheritance child, or loses one. */
    CHILDREN,
    /** CREATE VIEW makes it, without OR REPLACE. */
    NEW_VIEW,
    /** GRANT or REVOKE on it. */
    GRANT,
    /** VACUUM, ANALYZE, CLUSTER or REINDEX. */
    MAINTENANCE,
    /** CREATE or ALTER PUBLICATION lists it. */
    PUBLICATION,
    /** REFRESH MATERIALIZED VIEW. */
    REFRESH,
    /** A variable is declared to have its row type. */
    ROW_TYPE,
    /** A row of it is a value, as in {@code f(t)} or {@code array_agg(t)}. */
    WHOLE_ROW,
    /** A value is cast to its row type. */
    CAST,
    /** {@code pg_get_serial_sequence} asks for a sequence of it. */
    SERIAL_SEQUENCE
}
