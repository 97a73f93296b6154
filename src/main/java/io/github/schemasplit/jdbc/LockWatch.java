package io.github.schemasplit.jdbc;

/**
 * What a block says so that it tells which locks on relations each of its statements took: after each it compares what
 * {@code pg_locks} has of its own transaction with what that had before. It is exact, since a transaction keeps its locks; and it
 * costs time, so that only rehearsals do it. Locks on catalogs are left out: each transaction has some.
 *
 * @param on whether it does
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
 */
record LockWatch(boolean on) {
    /** The setting in which the block leaves the locks as JSON: for each its statement, schema, relation and mode. */
    static final String SETTING = "schemasplit.locks";

    private static final String HELD =
            "ss_held := coalesce((SELECT array_agg(l.relation::text || l.mode) FROM pg_locks AS l"
                    + " WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'), '{}');";

    void declare(Block block) {
        if (on) {
            block.add("ss_held text[];");
            block.add("ss_locks jsonb := '[]';");
        }
    }

    void begin(Block block) {
        if (on) {
            block.add(HELD);
        }
    }

    /**
     * Notes what a statement took.
     *
     * @param statement an expression for its text
     */
    void after(Block block, String statement) {
        if (on) {
            block.add("ss_locks := ss_locks || coalesce((SELECT jsonb_agg(jsonb_build_array(" + statement
                    + ", n.nspname, c.relname, l.mode) ORDER BY l.mode, n.nspname, c.relname) FROM pg_locks AS l"
                    + " JOIN pg_class AS c ON c.oid = l.relation JOIN pg_namespace AS n ON n.oid = c.relnamespace"
                    + " WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND n.nspname !~ '^pg_'"
                    + " AND l.relation::text || l.mode <> ALL (ss_held)), '[]');");
            block.add(HELD);
        }
    }

    void end(Block block) {
        if (on) {
            block.add("PERFORM set_config('" + SETTING + "', ss_locks::text, true);");
        }
    }
}
