package io.github.schemasplit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A client that looks, again and again, whether relations of some names are all in a schema, each time as of one moment. */
public final class RelationNames implements AutoCloseable {
    /** The names that nothing has which can be read. */
    private static final String MISSING = """
            SELECT coalesce(string_agg(n, ', '), '')
              FROM unnest(?::text[]) AS n
             WHERE NOT EXISTS (SELECT FROM pg_class
                                WHERE quote_ident(relname) = n AND relnamespace = ?::regnamespace
                                  AND relkind IN ('r', 'p', 'v', 'm', 'f'))
            """;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Long> looks;
    private volatile boolean stopped;

    private RelationNames(Connection connection, String schema, List<String> names) {
        this.looks = thread.submit(() -> look(connection, schema, names));
    }

    /**
     * Connects and starts.
     *
     * @param names the names, quoted as in SQL
     */
    public static RelationNames watch(TestDatabase database, String schema, List<String> names) throws SQLException {
        return new RelationNames(database.connect(), schema, names);
    }

    private long look(Connection connection, String schema, List<String> names)
            throws SQLException, InterruptedException {
        long looked = 0;
        try (connection;
                PreparedStatement query = connection.prepareStatement(MISSING)) {
            query.setArray(1, connection.createArrayOf("text", names.toArray()));
            query.setString(2, schema);
            while (!stopped) {
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (!row.getString(1).isEmpty()) {
                        throw new AssertionError("there was no " + row.getString(1) + " in schema " + schema);
                    }
                }
                looked++;
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        return looked;
    }

    /** Ends the client; says how often it looked. Fails when a name was missing. */
    public long stop() throws InterruptedException {
        stopped = true;
        try {
            return looks.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a name was not there, or could not be looked for", e.getCause());
        }
    }

    @Override
    public void close() {
        stopped = true;
        thread.shutdown();
    }
}
