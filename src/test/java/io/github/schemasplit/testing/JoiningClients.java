package io.github.schemasplit.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Clients that each join sixty tables of a schema of their own, again and again, and so need many locks at once. */
public final class JoiningClients implements AutoCloseable {
    public static final int TABLES = 60;

    private final ExecutorService threads;
    private final List<Future<Long>> clients = new ArrayList<>();
    private volatile boolean stopped;

    private JoiningClients(int count) {
        this.threads = Executors.newFixedThreadPool(count);
    }

    /** Makes the tables, connects and starts. */
    public static JoiningClients start(TestDatabase database, int count) throws SQLException {
        database.execute("CREATE SCHEMA bystanders;"
                + IntStream.range(0, TABLES)
                        .mapToObj(i -> "CREATE TABLE bystanders.b" + i + " (id int PRIMARY KEY, note text UNIQUE)")
                        .collect(Collectors.joining(";")));
        JoiningClients joining = new JoiningClients(count);
        for (int i = 0; i < count; i++) {
            Connection connection = database.connect();
            joining.clients.add(joining.threads.submit(() -> joining.join(connection)));
        }
        return joining;
    }

    private long join(Connection connection) throws SQLException, InterruptedException {
        String query = "SELECT count(*) FROM bystanders.b0"
                + IntStream.range(1, TABLES)
                        .mapToObj(i -> " JOIN bystanders.b" + i + " USING (id)")
                        .collect(Collectors.joining());
        long joins = 0;
        try (connection;
                Statement statement = connection.createStatement()) {
            // The order of so many would take the planner longer than the test.
            statement.execute("SET join_collapse_limit = 1");
            while (!stopped) {
                statement.execute(query);
                joins++;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return joins;
    }

    /** Ends the clients; says how often they joined. Fails when one of them could not. */
    public long stop() throws InterruptedException {
        stopped = true;
        long joins = 0;
        for (Future<Long> client : clients) {
            try {
                joins += client.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a client that joins many tables failed", e.getCause());
            }
        }
        return joins;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }
}
