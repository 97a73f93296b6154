package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The connections to one database. The first can be begun before it is needed, since to load the driver and to log in takes a good
 * part of a short goal's time.
 */
public final class Connections implements AutoCloseable {
    private final ConnectionSettings settings;
    private Optional<CompletableFuture<Connection>> begun = Optional.empty();

    public Connections(ConnectionSettings settings) {
        this.settings = settings;
    }

    public ConnectionSettings settings() {
        return settings;
    }

    /** Begins to open one in a thread of its own, for whoever asks next; what goes wrong is told to them. */
    public synchronized void begin() {
        close();
        begun = Optional.of(CompletableFuture.supplyAsync(() -> Connector.connect(settings), Connections::start));
    }

    /**
     * The one that was begun, or else a new one, in auto-commit mode.
     *
     * @throws ConnectionFailedException if there is none to be had
     */
    public Connection open() {
        Optional<CompletableFuture<Connection>> first = takeBegun();
        if (first.isEmpty()) {
            return Connector.connect(settings);
        }
        try {
            return first.get().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ConnectionFailedException failed ? failed : e;
        }
    }

    private synchronized Optional<CompletableFuture<Connection>> takeBegun() {
        Optional<CompletableFuture<Connection>> first = begun;
        begun = Optional.empty();
        return first;
    }

    /** Closes the one that was begun, as soon as it is open, unless somebody has asked for it. */
    @Override
    public synchronized void close() {
        begun.ifPresent(first -> first.thenAccept(Connections::close));
        begun = Optional.empty();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "schema-connect");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the driver closes a connection whatever the server says", e);
        }
    }
}
