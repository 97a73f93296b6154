package io.github.schemasplit.jdbc;

/**
 * What a block says so that it tells which locks on relations each of its statements took: after each it compares what
 * {@code pg_locks} has of its own transaction with what that had before. It is exact, since a transaction keeps its locks; and it
 * costs time, so that only rehearsals do it, and for as long any table may be shut for longer. Locks on catalogs are left out: each transaction has some.
 *
 * @param on whether it does
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
 */
record LockWatch(boolean on) {
    /** The setting in which the block leaves the locks as JSON: for each its statement, schema, relation and mode. */
    static final String SETTING = "schemasplit.locks";

    private static final String KEYS =
            "coalesce((SELECT array_agg(l.relation::text || ' ' || l.mode) FROM pg_locks AS l"
                    + " WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation'), '{}')";

    /** The settings of the transaction: what its time is limited by would count the time for watching. */
    String settings() {
        return on ? "SET LOCAL statement_timeout = 0;\n" : "";
    }

    void declare(Block block) {
        if (on) {
            block.add("ss_watch timestamptz;");
            block.add("ss_held text[];");
            block.add("ss_now text[];");
            block.add("ss_locks jsonb := '[]';");
        }
    }

    void begin(Block block) {
        if (on) {
            block.add("ss_held := " + KEYS + ";");
        }
    }

    /**
     * Notes what a statement took.
     *
     * @param statement an expression for its text
     */
    void after(Block block, String statement, LockWaits waits) {
        if (on) {
            block.add("ss_watch := clock_timestamp();");
            block.add("ss_now := " + KEYS + ";");
            // Both are hashed: there may be thousands.
            block.add("ss_locks := ss_locks || coalesce((SELECT jsonb_agg(jsonb_build_array(" + statement
                    + ", n.nspname, c.relname, split_part(l.key, ' ', 2)) ORDER BY split_part(l.key, ' ', 2), n.nspname, c.relname)"
                    + " FROM (SELECT unnest(ss_now) EXCEPT SELECT unnest(ss_held)) AS l (key)"
                    + " JOIN pg_class AS c ON c.oid = split_part(l.key, ' ', 1)::oid"
                    + " JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_'), '[]');");
            block.add("ss_held := ss_now;");
            waits.later(block, "clock_timestamp() - ss_watch");
        }
    }

    void end(Block block) {
        if (on) {
            block.add("PERFORM set_config('" + SETTING + "', ss_locks::text, true);");
        }
    }
}
