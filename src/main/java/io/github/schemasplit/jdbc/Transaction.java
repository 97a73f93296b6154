package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction around work on a connection that is in auto-commit mode, in which it is left.
 *
 * @param beginning sends the message that begins it
 */
record Transaction(Connection connection, Beginning beginning) {
    /** Sends BEGIN, and what else shall not wait for the next message. */
    @FunctionalInterface
    interface Beginning {
        void send() throws SQLException;
    }

    /**
     * @param begin the message that begins it
     */
    Transaction(Connection connection, String begin) {
        this(connection, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(begin);
            }
        });
    }

    /** Commits when the work is done, and rolls back when it fails. */
    <T> T run(StatementTimeout.Work<T> work) throws SQLException {
        try {
            // Begun while in auto-commit mode, since the driver would begin one of its own before a BEGIN otherwise;
            // gone on with out of it, since the driver reads large results piece by piece only there.
            beginning.send();
            connection.setAutoCommit(false);
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    /** Rolls back when the work is done, too. */
    <T> T runAndRollBack(StatementTimeout.Work<T> work) throws SQLException {
        try {
            beginning.send();
            connection.setAutoCommit(false);
            T result = work.run();
            connection.rollback();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    /** Keeps the cause, of which a connection that was lost says no more when it is used again. */
    private void rollBack(Exception cause) {
        try {
            connection.setAutoCommit(false);
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
