package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGStatement;

/** Catalog queries that run together on a connection, each in the form for its server's version. */
final class CatalogQueries {
    private static final int FETCH_SIZE = 5_000;

    private final Connection connection;
    private final int major;
    private final Pool pool = new Pool();
    private final List<CatalogQuery> queries = new ArrayList<>();
    private final List<Consumer> consumers = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    CatalogQueries(Connection connection) throws SQLException {
        this.connection = connection;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Consumer {
        void accept(Row row) throws SQLException;
    }

    /** Adds a query, whose rows the consumer is to have. */
    void add(String query, Consumer consumer, Object... parameters) {
        queries.add(new CatalogQuery(query));
        consumers.add(consumer);
        arguments.addAll(List.of(parameters));
    }

    /**
     * Runs the queries that were added. They are sent to the server together, since each waits for the network otherwise; their
     * rows come one query after the other, of each query {@value #FETCH_SIZE} at a time.
     */
    void run() throws SQLException {
        String sql = queries.stream().map(q -> q.sql(major)).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // Never a named statement, which poolers lose; and so every value comes as text.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            statement.execute();
            for (Consumer consumer : consumers) {
                try (ResultSet result = statement.getResultSet()) {
                    Row row = new Row(result, pool);
                    while (row.next()) {
                        consumer.accept(row);
                    }
                }
                statement.getMoreResults();
            }
        }
    }
}
