package io.github.schemasplit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client that locks a row of a table, and with it the table against being moved, and stays in its transaction. */
public final class RowLockHolder implements AutoCloseable {
    private final Connection connection;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean lettingGo;

    private RowLockHolder(Connection connection, Duration time) {
        this.connection = connection;
        this.thread = new Thread(() -> holdFor(time), "row-lock-holder");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Locks a row, and returns when it is locked.
     *
     * @param table its name as in SQL; it has at least one row
     * @param time after which the transaction ends, if it was not closed before
     */
    public static RowLockHolder hold(String url, String table, Duration time) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try {
            lockRow(connection, table);
            return new RowLockHolder(connection, time);
        } catch (SQLException | IllegalStateException e) {
            connection.close();
            throw e;
        }
    }

    private static void lockRow(Connection connection, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT FROM " + table + " LIMIT 1 FOR UPDATE")) {
            if (!row.next()) {
                throw new IllegalStateException("no row to lock in " + table);
            }
        }
    }

    private void holdFor(Duration time) {
        try (connection) {
            released.await(time.toNanos(), TimeUnit.NANOSECONDS);
            lettingGo = true;
            connection.rollback();
        } catch (SQLException e) {
            // The server has ended the transaction before: nothing is held any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the time is not yet over. */
    public boolean isHolding() {
        return thread.isAlive();
    }

    /** Whether the lock may be gone; until then it is held for certain. */
    public boolean isLettingGo() {
        return lettingGo;
    }

    /** Ends the transaction now. */
    @Override
    public void close() {
        released.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
