package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs a command that locks what others use: it waits for a lock no longer than they may be kept waiting behind it.
 *
 * @param connection in auto-commit mode, in which it is left
 * @param timeouts how long that is
 */
public record ShortWait(Connection connection, Timeouts timeouts) {
    private static final Set<String> IN_THE_WAY = Set.of(SqlStates.LOCK_NOT_AVAILABLE, SqlStates.DEADLOCK_DETECTED);

    /**
     * @param what what is being done, for the error
     * @param relations what it locks, such as {@code public.people}
     * @throws BusyException when others did not let go of a lock in time; nothing was changed then
     */
    public void run(String what, Statement command, List<String> relations) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("BEGIN; SET LOCAL lock_timeout = "
                    + timeouts.lock().toMillis()
                    + "; SET LOCAL statement_timeout = 0; "
                    + TransactionTimeout.off(connection.getMetaData().getDatabaseMajorVersion())
                    + "SET LOCAL search_path = pg_catalog, pg_temp; " + command.sql()
                    + "; COMMIT");
        } catch (SQLException e) {
            rollBack(e);
            if (IN_THE_WAY.contains(String.valueOf(e.getSQLState()))) {
                throw new BusyException(what, ServerMessage.of(e), holders(relations), e);
            }
            throw e;
        }
    }

    private void rollBack(SQLException cause) {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private String holders(List<String> relations) throws SQLException {
        List<LockHolder> holders = new ArrayList<>();
        for (String relation : relations) {
            for (LockHolder holder : LockHolder.read(connection, "relation-lock-holders", relation)) {
                if (!holders.contains(holder)) {
                    holders.add(holder);
                }
            }
        }
        return LockHolder.describe(holders);
    }
}
