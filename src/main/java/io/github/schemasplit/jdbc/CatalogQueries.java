package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/** Runs catalog queries on a connection, each in the form for its server's version. */
final class CatalogQueries {
    private static final int FETCH_SIZE = 5_000;

    private final Connection connection;
    private final int major;
    private final Pool pool = new Pool();

    CatalogQueries(Connection connection) throws SQLException {
        this.connection = connection;
        this.major = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Mapping<T> {
        T map(Row row) throws SQLException;
    }

    /** Takes a row. */
    @FunctionalInterface
    interface Consumer {
        void accept(Row row) throws SQLException;
    }

    <T> List<T> rows(String query, Mapping<T> mapping, Object... parameters) throws SQLException {
        List<T> values = new ArrayList<>();
        forEach(query, row -> values.add(mapping.map(row)), parameters);
        return values;
    }

    void forEach(String query, Consumer consumer, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(new CatalogQuery(query).sql(major))) {
            // Never a named statement, which poolers lose; and so every value comes as text.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, pool);
                while (row.next()) {
                    consumer.accept(row);
                }
            }
        }
    }
}
