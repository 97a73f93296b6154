package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Observation;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ObservationRows;
import io.github.schemasplit.jdbc.Observations;
import io.github.schemasplit.jdbc.ServerCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Looks at what the server counts of statements and tables, and keeps it with the journal, so that it can be compared later. It does so in
 * a thread and on a connection of its own, one after the other, so that the goal waits for it as little as can be.
 */
final class Watch implements AutoCloseable {
    private static final String OTHERWISE =
            "What the server counts was not kept, so that schema:info -Dschema.compare can not compare with"
                    + " it (schema.observe=false keeps nothing)";

    /** After so long a connection that does not answer is taken for lost. */
    private static final int SECONDS = 5;

    private final Workplace workplace;
    private final ChangeListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Watch::thread);
    private Optional<CompletableFuture<Void>> looking = Optional.empty();
    private Optional<CompletableFuture<Void>> keeping = Optional.empty();
    private boolean begun;
    private boolean keeps;
    private boolean stale;

    /** Of the thread alone, as what it saw. */
    private Optional<Connection> connection = Optional.empty();

    private Optional<Observation> seen = Optional.empty();

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
        if (!begun) {
            begun = true;
            looking = Optional.of(CompletableFuture.runAsync(this::look, thread));
        }
    }

    /** What it looked at is no more what was right before the change: it has to look once more. */
    void outdate() {
        stale = true;
    }

    /** Waits until it has looked, if it has begun to, and has kept what it was to keep. */
    void await() {
        settle();
        if (begun && stale && !keeps) {
            looking = Optional.of(CompletableFuture.runAsync(this::look, thread));
            settle();
        }
        stale = false;
    }

    /**
     * Begins to keep what it saw, the first time that it is asked to.
     *
     * @param entry the first entry of the journal that was made right after; empty when it was for no change
     */
    void keep(Optional<UUID> entry) {
        if (begun && !keeps) {
            keeps = true;
            keeping = Optional.of(CompletableFuture.runAsync(() -> store(entry), thread));
        }
    }

    /** Waits until it has kept what it was to keep; what is only begun otherwise is not waited for. Hangs up. */
    @Override
    public void close() {
        if (keeps) {
            settle();
        }
        if (begun) {
            // The last task, so that it ends what has only begun, too.
            thread.execute(this::hangUp);
        }
        thread.shutdown();
    }

    private void settle() {
        looking.ifPresent(this::settle);
        keeping.ifPresent(this::settle);
        looking = Optional.empty();
        keeping = Optional.empty();
    }

    private void settle(CompletableFuture<Void> work) {
        Afterwards.run(listener, OTHERWISE, () -> {
            try {
                work.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        });
    }

    private void look() {
        seen = Optional.empty();
        try {
            seen = Optional.of(ObservationRows.read(open(), workplace.journalSchema(), workplace.statementTimeout()));
        } catch (SQLException e) {
            throw new GoalFailedException(e.getMessage(), e);
        }
    }

    private void store(Optional<UUID> entry) {
        if (seen.isPresent()) {
            try {
                new Observations(open(), workplace.journalSchema(), workplace.statementTimeout())
                        .keep(seen.get(), entry, workplace.pluginVersion());
            } catch (SQLException e) {
                throw new GoalFailedException(e.getMessage(), e);
            }
        }
    }

    /** The connection; another where it was lost meanwhile. */
    private Connection open() throws SQLException {
        if (connection.isPresent() && connection.get().isValid(SECONDS)) {
            return connection.get();
        }
        hangUp();
        Connection open = workplace.connections().open();
        connection = Optional.of(open);
        try {
            ServerCheck.check(open, workplace.database(), true);
        } catch (ConnectionFailedException e) {
            hangUp();
            throw e;
        }
        return open;
    }

    private void hangUp() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the driver closes a connection whatever the server says", e);
        } finally {
            connection = Optional.empty();
        }
    }
}
