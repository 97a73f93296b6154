package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Runs work in one READ COMMITTED transaction that no other run of this tool on the same database shares, and leaves the
 * connection in auto-commit mode whatever happens.
 *
 * <p>The lock is a transaction-level advisory lock, so it works through a transaction pooler too, and it ends with the
 * server's process: who gets it after a lost connection can rely on the journal. Advisory locks belong to a database, so one
 * constant key serves all.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
public final class Transaction {
    /** The letters {@code schsplit} as a number. */
    private static final long LOCK_KEY = 0x73636873706c6974L;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final Connection connection;
    private final Duration patience;
    private final Listener listener;

    /**
     * @param connection in auto-commit mode
     * @param patience how long to wait for another run to end
     * @param listener is told when there is another run to wait for
     */
    public Transaction(Connection connection, Duration patience, Listener listener) {
        this.connection = connection;
        this.patience = patience;
        this.listener = listener;
    }

    /** Is told of waiting. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param holder who is waited for, such as {@code pid 4711, application 'schema-maven-plugin'}
         */
        void waiting(String holder);
    }

    /** What is done in the transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Does the work and commits. Whatever it throws rolls everything back.
     *
     * @param journalId the journal's entry that the work writes
     * @throws LockedException when another run does not end in time
     * @throws CommitUnknownException when the connection is lost during COMMIT
     */
    public <T> T run(UUID journalId, Work<T> work) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("the connection is in a transaction of the caller's");
        }
        connection.setAutoCommit(false);
        try {
            lock();
            T result = work.run(connection);
            commit(journalId);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private void lock() throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (!tryLock()) {
            List<LockHolder> holders = LockHolder.read(connection, "advisory-lock-holders", LOCK_KEY);
            // No transaction stays open while we wait.
            connection.rollback();
            if (System.nanoTime() >= deadline) {
                throw new LockedException(patience, holders);
            }
            if (!told) {
                listener.waiting(LockHolder.describe(holders));
                told = true;
            }
            sleep();
        }
    }

    private boolean tryLock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Of this transaction alone: a setting of the session would leak through a pooler.
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE");
            ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_try_advisory_xact_lock(" + LOCK_KEY + ")");
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another run to end", e);
        }
    }

    private void commit(UUID journalId) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (isConnectionLost(e)) {
                throw new CommitUnknownException(journalId, e);
            }
            throw e;
        }
    }

    /** A class 08 error is the driver's, a 57P one the server's last word; any other is an answer: it did not commit. */
    private static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    private void rollBack(Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            close(cause);
        }
    }

    /** A connection that can not be rolled back must not live on: switching it to auto-commit would commit. */
    private void close(Throwable cause) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
