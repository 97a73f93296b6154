package io.github.schemasplit.jdbc;

/**
 * Codes of errors: the server's, and those that our own block raises, whose class the server does not use.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL Error Codes</a>
 */
final class SqlStates {
    /** The catalog is not the one that was read. */
    static final String CHANGED = "SS001";

    /** Another run holds the advisory lock. */
    static final String LOCKED = "SS002";

    /** The audit found what no operation accounts for; the error's detail lists it. */
    static final String UNACCOUNTED = "SS003";

    /** GRANT or REVOKE did nothing. */
    static final String REFUSED = "SS004";

    /** The message came so late that its sender may have given up on it. */
    static final String LATE = "SS005";

    /** A routine that the change replaces fails its check, and did not before. */
    static final String ROUTINE_FAILS = "SS007";

    /** A job of pg_cron has not the command that it was given. */
    static final String JOB_NOT_ALTERED = "SS008";

    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String DEADLOCK_DETECTED = "40P01";
    static final String QUERY_CANCELED = "57014";
    static final String DUPLICATE_OBJECT = "42710";
    static final String UNDEFINED_OBJECT = "42704";
    static final String UNIQUE_VIOLATION = "23505";
    static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";

    /** Two transactions wrote the same row of a catalog: "tuple concurrently updated" has no code of its own. */
    static final String INTERNAL_ERROR = "XX000";

    private SqlStates() {}
}
