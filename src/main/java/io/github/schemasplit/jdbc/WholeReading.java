package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Transactions that read all there is: no limit of role or database ends them, and rows that row security would hide are an error, as they
 * are for a dump.
 */
public final class WholeReading {
    /** What is written as text reads the same wherever it is read: in no time zone or style of role, database or this machine. */
    static final String PLAIN =
            " SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, MDY'; SET LOCAL intervalstyle = 'postgres';"
                    + " SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex';"
                    + " SET LOCAL search_path = pg_catalog, pg_temp";

    private WholeReading() {}

    /** Does work in such a transaction, on a connection in auto-commit mode, in which it is left. */
    public static <T> T run(Connection connection, StatementTimeout.Work<T> work) throws SQLException {
        return new Transaction(connection, () -> begin(connection, "BEGIN READ ONLY")).run(work);
    }

    /** Begins one. */
    static void begin(Connection connection, String begin) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(begin
                    + "; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;"
                    + " SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL row_security = off; "
                    + TransactionTimeout.off(connection.getMetaData().getDatabaseMajorVersion()) + PLAIN);
        }
    }
}
