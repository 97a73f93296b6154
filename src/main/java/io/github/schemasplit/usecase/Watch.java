package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.jdbc.ObservationRows;
import io.github.schemasplit.jdbc.Observations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Looks at what the server counts of statements and tables, and keeps it with the journal, so that it can be compared later. It does so once,
 * in a thread and on a connection of its own, so that the goal waits for it as little as can be.
 */
final class Watch implements AutoCloseable {
    private static final String OTHERWISE =
            "What the server counts was not kept, so that schema:info -Dschema.compare can not compare with"
                    + " it (schema.observe=false keeps nothing)";

    private final Workplace workplace;
    private final ChangeListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Watch::thread);
    private Optional<CompletableFuture<Connection>> connection = Optional.empty();
    private Optional<CompletableFuture<Observation>> taken = Optional.empty();
    private Optional<CompletableFuture<Void>> kept = Optional.empty();

    /**
     * @param listener is told on the goal's thread of what goes wrong, which stops nothing
     */
    Watch(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "schema-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to look, the first time that it is asked to. */
    void begin() {
        if (connection.isEmpty()) {
            CompletableFuture<Connection> opened = CompletableFuture.supplyAsync(workplace.connections()::open, thread);
            connection = Optional.of(opened);
            taken = Optional.of(opened.thenApplyAsync(this::look, thread));
        }
    }

    /** Waits until it has looked. */
    void await() {
        if (taken.isPresent() && !isDone(taken.get())) {
            taken = Optional.empty();
        }
    }

    /**
     * Begins to keep what it saw, the first time that it is asked to.
     *
     * @param entry the first entry of the journal that was made right after; empty when it was for no change
     */
    void keep(Optional<UUID> entry) {
        if (kept.isEmpty()) {
            kept = taken.map(seen -> seen.thenAcceptAsync(observation -> keep(observation, entry), thread));
        }
    }

    private Observation look(Connection connection) {
        try {
            return ObservationRows.read(connection, workplace.journalSchema(), workplace.statementTimeout());
        } catch (SQLException e) {
            throw new GoalFailedException(e.getMessage(), e);
        }
    }

    private void keep(Observation observation, Optional<UUID> entry) {
        Connection open = connection.orElseThrow().join();
        try {
            new Observations(open, workplace.journalSchema(), workplace.statementTimeout())
                    .keep(observation, entry, workplace.pluginVersion());
        } catch (SQLException e) {
            throw new GoalFailedException(e.getMessage(), e);
        }
    }

    /** Waits for it; what went wrong is told. */
    private boolean isDone(CompletableFuture<?> work) {
        Afterwards.run(listener, OTHERWISE, () -> {
            try {
                work.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        });
        return !work.isCompletedExceptionally();
    }

    /** Waits until it has kept what it saw, if it was asked to, and hangs up. */
    @Override
    public void close() {
        kept.ifPresent(this::isDone);
        kept = Optional.empty();
        taken = Optional.empty();
        connection.ifPresent(opened -> opened.thenAcceptAsync(Watch::hangUp, thread));
        thread.shutdown();
    }

    private static void hangUp(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the driver closes a connection whatever the server says", e);
        }
    }
}
