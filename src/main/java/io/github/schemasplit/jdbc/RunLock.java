package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The advisory lock that each change holds to the end of its transaction. It is of the transaction and not of the session, so it
 * works through a transaction pooler, and it ends with the server's process.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public final class RunLock {
    /** The letters {@code schsplit} as a number. Advisory locks belong to a database, so one key serves all. */
    static final long KEY = 0x73636873706c6974L;

    /** The clock first: while it is not so late, a change that holds no lock yet may still take it. */
    private static final String IS_OVER = "SELECT CASE WHEN pg_catalog.clock_timestamp() > ?"
            + " THEN pg_catalog.pg_try_advisory_xact_lock_shared(" + KEY + ") ELSE false END";

    private static final String SHARE = "SELECT pg_catalog.pg_try_advisory_xact_lock_shared(" + KEY + ")";

    private RunLock() {}

    /**
     * Takes the lock in shared mode, to the end of the connection's transaction: until then nothing is changed by this tool.
     *
     * @param connection in a transaction
     * @throws LockedException when a change is being made
     */
    static void share(Connection connection) throws SQLException {
        boolean taken;
        try (PreparedStatement query = connection.prepareStatement(SHARE);
                ResultSet row = query.executeQuery()) {
            row.next();
            taken = row.getBoolean(1);
        }
        if (!taken) {
            throw new LockedException(LockHolder.read(connection, "advisory-lock-holders", KEY));
        }
    }

    /**
     * Looks whether a change could take the lock now, without taking it: whoever comes between is met when it does.
     *
     * @throws LockedException when a change or a backup is being made
     */
    public static void requireFree(Connection connection) throws SQLException {
        List<LockHolder> holders = LockHolder.read(connection, "advisory-lock-holders", KEY);
        if (!holders.isEmpty()) {
            throw new LockedException(holders);
        }
    }

    /**
     * Whether a change whose answer was lost can not be made any more: the server does not begin with it after a moment, and holds
     * the lock while it is at it. Which of its processes was sent the change does not matter, and is not known through a pooler.
     *
     * @param connection in auto-commit mode
     * @param latest that moment, by the server's clock
     */
    public static boolean isOver(Connection connection, Instant latest) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(IS_OVER)) {
            query.setObject(1, latest.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
