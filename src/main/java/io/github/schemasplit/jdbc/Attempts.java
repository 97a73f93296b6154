package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Tries commands as others would run them, and takes each back: what the server is asked about rights elsewhere, it is here asked to
 * grant. Sequences go on all the same, so it is for copies of databases.
 */
public final class Attempts implements AutoCloseable {
    private static final String CALL = "SELECT pg_temp.schemasplit_attempt(?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement call;

    private Attempts(Connection connection, PreparedStatement call) {
        this.connection = connection;
        this.call = call;
    }

    /**
     * Begins in a transaction of its own, which is rolled back at the end.
     *
     * @param connection of a superuser, who may become anybody; auto-commit is on before and after
     */
    public static Attempts on(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement create = connection.createStatement()) {
            create.execute(
                    new CatalogQuery("attempt").sql(connection.getMetaData().getDatabaseMajorVersion()));
        }
        return new Attempts(connection, connection.prepareStatement(CALL));
    }

    /**
     * Tries commands one by one.
     *
     * @param settings what is set before each, in order, such as {@code role}
     * @return for each its answer: of a command that begins with SELECT or WITH the first value, of others how many rows were
     *     written, as {@code 7 rows}, or the SQLSTATE where the server refused it
     * @throws SQLException when a setting is refused, as of a role that does not exist
     */
    public List<String> outcomes(Map<String, String> settings, List<String> commands) throws SQLException {
        call.setArray(1, connection.createArrayOf("text", settings.keySet().toArray()));
        call.setArray(2, connection.createArrayOf("text", settings.values().toArray()));
        call.setArray(3, connection.createArrayOf("text", commands.toArray()));
        try (ResultSet row = call.executeQuery()) {
            row.next();
            return List.of((String[]) row.getArray(1).getArray());
        }
    }

    /** Takes back what is left: the function that tries. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
