package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** Catalog queries that run together on a connection, each in the form for its server's version. */
final class CatalogQueries {
    private static final int FETCH_SIZE = 5_000;

    private final Connection connection;
    private final int major;
    private final Pool pool = new Pool();
    private final List<String> queries = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    CatalogQueries(Connection connection) throws SQLException {
        this.connection = connection;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Takes a row of a query. */
    @FunctionalInterface
    interface Consumer {
        void accept(String query, Row row) throws SQLException;
    }

    void add(String query, Object... parameters) {
        queries.add(query);
        statements.add(new CatalogQuery(query).sql(major));
        arguments.addAll(List.of(parameters));
    }

    /**
     * Runs the queries that were added. They are sent to the server together, since each waits for the network otherwise; their
     * rows come one query after the other, of each query {@value #FETCH_SIZE} at a time.
     */
    void run(Consumer consumer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(String.join(";\n", statements))) {
            // Never a named statement, which poolers lose; and so every value comes as text.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            statement.execute();
            for (String query : queries) {
                try (ResultSet result = statement.getResultSet()) {
                    Row row = new Row(result, pool);
                    while (row.next()) {
                        consumer.accept(query, row);
                    }
                }
                statement.getMoreResults();
            }
        }
    }
}
