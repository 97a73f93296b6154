package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGStatement;

/** Catalog queries that run together on a connection, each in the form for its server's version. */
final class CatalogQueries {
    private static final int FETCH_SIZE = 5_000;

    private final Connection connection;
    private final int major;
    private final Optional<String> begin;
    private final Pool pool = new Pool();
    private final List<String> queries = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();

    /** Queries of a transaction that is open. */
    CatalogQueries(Connection connection) throws SQLException {
        this(connection, Optional.empty());
    }

    /**
     * @param begin the statement that begins their transaction; sent with them, since the session's own limits hold between two
     *     messages
     */
    CatalogQueries(Connection connection, Optional<String> begin) throws SQLException {
        this.connection = connection;
        this.begin = begin;
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
        try (PreparedStatement statement = connection.prepareStatement(message())) {
            // Never a named statement, which poolers lose; and so every value comes as text.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            statement.execute();
            if (begin.isPresent()) {
                statement.getMoreResults();
            }
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

    private String message() {
        String together = String.join(";\n", statements);
        return begin.isPresent() ? begin.get() + ";\n" + together : together;
    }
}
