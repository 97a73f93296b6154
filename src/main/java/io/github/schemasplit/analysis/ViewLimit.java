package io.github.schemasplit.analysis;

/**
 * What works on a table and does not on a view that has taken its name, or gives less without saying so. LOCK is none of these: the
 * server locks what the view reads.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html#SQL-CREATEVIEW-UPDATABLE-VIEWS">Updatable Views</a>
 */
public enum ViewLimit {
    /** COPY writes no view that has no INSTEAD OF triggers, and reads none but through a query. */
    COPY("COPY"),
    /** TRUNCATE empties tables alone. */
    TRUNCATE("TRUNCATE"),
    /** ON CONFLICT ON CONSTRAINT finds no constraint on a view; with the columns of the constraint it works. */
    ON_CONFLICT_ON_CONSTRAINT("ON CONFLICT ON CONSTRAINT"),
    /** MERGE INTO writes no view before PostgreSQL 17. */
    MERGE("MERGE"),
    /** A view has none of the columns ctid, xmin, xmax, cmin, cmax and tableoid. */
    SYSTEM_COLUMN("system columns"),
    /** UPDATE and DELETE with WHERE CURRENT OF write tables alone. */
    WHERE_CURRENT_OF("WHERE CURRENT OF"),
    /** A view has no primary key, so that a query with groups by it can not have the other columns as they are. */
    GROUP_BY_PRIMARY_KEY("GROUP BY of the primary key"),
    /** Rows of the view are of another type than those that routines take and return, and nothing casts the ones to the other. */
    ROW_TYPE("row type"),
    /** TABLESAMPLE reads tables and materialized views alone. */
    TABLESAMPLE("TABLESAMPLE"),
    /** ONLY before a view has no meaning: the rows of the table's children are read, changed and deleted with its own. */
    ONLY("ONLY"),
    /** Foreign keys, indexes, triggers, policies, children and statistics are for tables, and ALTER changes the view or nothing. */
    DEFINITION("DDL"),
    /** GRANT and REVOKE are about the view, and leave the table and who may reach it as they are. */
    GRANT("GRANT and REVOKE"),
    /** SET CONSTRAINTS finds constraints in the schemas of their tables. */
    SET_CONSTRAINTS("SET CONSTRAINTS"),
    /** VACUUM and ANALYZE skip a view with a warning; CLUSTER and REINDEX fail. */
    MAINTENANCE("VACUUM, ANALYZE, CLUSTER or REINDEX"),
    /** No statement adds a view to a publication, and no subscription writes one. */
    LOGICAL_REPLICATION("logical replication"),
    /** REFRESH MATERIALIZED VIEW refreshes no view that reads one. */
    REFRESH("REFRESH MATERIALIZED VIEW"),
    /** CREATE OR REPLACE, ALTER and DROP VIEW take the view under the old name for the one that moved, which stays as it was. */
    VIEW_DEFINITION("definition of the view"),
    /** A sequence moves with its table, and no view stands for it or tells {@code pg_get_serial_sequence} of it. */
    SEQUENCE("sequences");

    private final String words;

    ViewLimit(String words) {
        this.words = words;
    }

    /** What it is about, in a message. */
    public String words() {
        return words;
    }
}
