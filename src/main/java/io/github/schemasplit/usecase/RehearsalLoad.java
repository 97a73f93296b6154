package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.ServerMessage;
import io.github.schemasplit.report.RehearsedLoad;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/** Clients that work on a copy while it is migrated, and note what they meet. */
final class RehearsalLoad implements AutoCloseable {
    private static final int SHOWN = 120;
    private static final long PATIENCE_SECONDS = 60;
    private static final long LAST_STATEMENT_MILLIS = 200;
    private static final long CANCELLED_MILLIS = 5_000;
    private static final long AFTER_FAILURE_MILLIS = 10;

    private final LoadScript script;
    private final List<Connection> connections = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch warm;
    private final SortedMap<String, Long> failures = new TreeMap<>();
    private boolean measured;
    private boolean stopped;
    private long runs;
    private Duration longestBefore = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private String longestStatement = "";

    private RehearsalLoad(LoadScript script) {
        this.script = script;
        this.warm = new CountDownLatch(script.clients());
    }

    /**
     * Starts the clients, and returns when each has run the script once.
     *
     * @throws GoalStoppedException when the script does not work before anything moves
     */
    static RehearsalLoad start(ConnectionSettings copy, LoadScript script) {
        RehearsalLoad load = new RehearsalLoad(script);
        for (int i = 0; i < script.clients(); i++) {
            Connection connection = Connector.connect(copy.withParameter("ApplicationName", "schema.rehearse.load"));
            Thread thread = new Thread(() -> load.work(connection), "schema-rehearse-load-" + i);
            thread.setDaemon(true);
            load.connections.add(connection);
            load.threads.add(thread);
        }
        load.threads.forEach(Thread::start);
        load.awaitWarm();
        return load;
    }

    private void awaitWarm() {
        boolean all = await();
        String failed;
        synchronized (this) {
            failed = failures.isEmpty() ? "" : failures.firstKey();
        }
        if (!all || !failed.isEmpty()) {
            close();
            throw new GoalStoppedException(
                    failed.isEmpty()
                            ? "The script of schema.rehearse.load takes longer than " + PATIENCE_SECONDS
                                    + " s. Name one that a client does again and again."
                            : "The script of schema.rehearse.load fails before anything moves: " + failed);
        }
        synchronized (this) {
            measured = true;
        }
    }

    private boolean await() {
        try {
            return warm.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GoalStoppedException("Interrupted while the load began. Nothing was changed.");
        }
    }

    private void work(Connection connection) {
        while (!isStopped()) {
            boolean whole = true;
            for (String sql : script.statements()) {
                if (!run(connection, sql)) {
                    whole = false;
                    break;
                }
            }
            ran(whole);
            warm.countDown();
            if (!whole && !pause()) {
                return;
            }
        }
    }

    /** What fails at once would fail thousands of times a second. */
    private static boolean pause() {
        try {
            Thread.sleep(AFTER_FAILURE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean run(Connection connection, String sql) {
        long began = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            took(sql, Duration.ofNanos(System.nanoTime() - began));
            return true;
        } catch (SQLException e) {
            took(sql, Duration.ofNanos(System.nanoTime() - began));
            failed(sql, e);
            rollBack(connection);
            return false;
        }
    }

    /** What the script has begun is not gone on with. */
    private void rollBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            failed("ROLLBACK", e);
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void ran(boolean whole) {
        runs += whole && measured && !stopped ? 1 : 0;
    }

    private synchronized void took(String sql, Duration time) {
        if (!measured) {
            longestBefore = time.compareTo(longestBefore) > 0 ? time : longestBefore;
        } else if (!stopped && time.compareTo(longest) > 0) {
            longest = time;
            longestStatement = shown(sql);
        }
    }

    private synchronized void failed(String sql, SQLException e) {
        if (!stopped) {
            failures.merge(shown(sql) + ": " + ServerMessage.of(e), 1L, Long::sum);
        }
    }

    private static String shown(String sql) {
        String line = sql.replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    /** What the clients met since all of them had run the script once. */
    synchronized RehearsedLoad measured() {
        return new RehearsedLoad(script.clients(), runs, failures, longestBefore, longest, longestStatement);
    }

    /** Ends them: a statement that they are at may go on for a moment. */
    @Override
    public void close() {
        synchronized (this) {
            stopped = true;
        }
        try {
            join(LAST_STATEMENT_MILLIS);
            for (Connection connection : connections) {
                // A server that is not told goes on, and keeps the locks.
                connection.unwrap(PGConnection.class).cancelQuery();
            }
            join(CANCELLED_MILLIS);
            for (Connection connection : connections) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the driver ends a connection whatever the server says", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void join(long milliseconds) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(milliseconds);
        }
    }
}
