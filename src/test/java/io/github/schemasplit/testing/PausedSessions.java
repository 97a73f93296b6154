package io.github.schemasplit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Stops the server's processes that serve an application where they are, as a machine does that is short of everything, and lets
 * them go on. Where the machine has no {@code kill}, the test is skipped with a printed reason.
 */
public final class PausedSessions implements AutoCloseable {
    private static final String KILL = "/bin/kill";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database;
    private final String sessions;
    private List<String> paused = List.of();

    private PausedSessions(TestDatabase database, String sessions) {
        this.database = database;
        this.sessions = sessions;
    }

    /** Pauses nothing yet. */
    public static PausedSessions of(TestDatabase database, String application) {
        if (!Files.isExecutable(Path.of(KILL))) {
            throw ClientProgram.skip("there is no " + KILL);
        }
        return new PausedSessions(
                database,
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = '"
                        + application + "'");
    }

    /**
     * Stops those that are there now.
     *
     * @return true
     */
    public synchronized boolean pause() {
        paused = database.query(sessions);
        signal("-STOP");
        return true;
    }

    /** Lets them go on. */
    public synchronized void resume() {
        signal("-CONT");
    }

    /** Waits until they are at work no more. */
    public void awaitIdle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!database.query(sessions + " AND state = 'active'").isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("they still work after " + PATIENCE);
            }
            sleep();
        }
    }

    private void signal(String signal) {
        for (String pid : paused) {
            try {
                new ProcessBuilder(KILL, signal, pid).start().waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted while pausing sessions", e);
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while sessions work", e);
        }
    }

    @Override
    public void close() {
        resume();
    }
}
