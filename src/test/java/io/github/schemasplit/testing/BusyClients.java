package io.github.schemasplit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Clients on connections of their own that each read one table every millisecond and note how long it took. */
public final class BusyClients implements AutoCloseable {
    static final String THREAD = "busy-client";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool(BusyClients::daemon);
    private final List<Client> clients = new ArrayList<>();
    private volatile boolean stopped;

    private record Client(String table, Future<List<Duration>> reads) {}

    private BusyClients() {}

    /**
     * Connects and starts a client for each of the tables. Each reads at least once.
     *
     * @param tables their names as in SQL; one that is named twice has two clients
     */
    public static BusyClients reading(String url, List<String> tables) throws SQLException {
        return reading(url, tables, Duration.ZERO);
    }

    /**
     * Connects and starts clients that may be shut out for so long. It is the server that measures that, as the client's clock would
     * count the time for which its own machine has no time for it; {@link #stop} fails when one was shut out for longer.
     *
     * @param shut how long a client may wait for a lock; zero is without an end
     */
    public static BusyClients reading(String url, List<String> tables, Duration shut) throws SQLException {
        BusyClients busy = new BusyClients();
        try {
            for (String table : tables) {
                busy.start(patient(DriverManager.getConnection(url), shut), table);
            }
            return busy;
        } catch (SQLException e) {
            busy.close();
            throw e;
        }
    }

    private static Connection patient(Connection client, Duration shut) throws SQLException {
        try (Statement statement = client.createStatement()) {
            statement.execute("SET lock_timeout = " + shut.toMillis());
            return client;
        } catch (SQLException e) {
            client.close();
            throw e;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        return thread;
    }

    private void start(Connection connection, String table) {
        clients.add(new Client(table, threads.submit(() -> read(connection, "SELECT FROM " + table + " LIMIT 1"))));
    }

    private List<Duration> read(Connection client, String sql) throws SQLException, InterruptedException {
        List<Duration> reads = new ArrayList<>();
        try (client;
                Statement statement = client.createStatement()) {
            do {
                TimeUnit.MILLISECONDS.sleep(1);
                long start = System.nanoTime();
                statement.execute(sql);
                reads.add(Duration.ofNanos(System.nanoTime() - start));
            } while (!stopped);
        }
        return reads;
    }

    /** Ends the clients, each after the read that it is at; says how long they waited, by table. */
    public Map<String, Waits> stop() throws InterruptedException {
        stopped = true;
        Map<String, List<Duration>> reads = new TreeMap<>();
        for (Client client : clients) {
            reads.computeIfAbsent(client.table(), table -> new ArrayList<>()).addAll(readsOf(client));
        }
        Map<String, Waits> waits = new TreeMap<>();
        reads.forEach((table, durations) -> waits.put(table, new Waits(durations)));
        return waits;
    }

    private static List<Duration> readsOf(Client client) throws InterruptedException {
        try {
            return client.reads().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client could not read " + client.table(), e.getCause());
        }
    }

    /** Ends the clients, whatever became of them. */
    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a client still waits");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
