package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Applies a plan, statement by statement, in the transaction that the caller has begun. Timeouts and {@code search_path} are
 * set for the rest of that transaction.
 */
public final class Executor {
    /** GRANT and REVOKE only warn when they could not do what they say: privilege not revoked, privilege not granted. */
    private static final Set<String> REFUSALS = Set.of("01006", "01007");

    private final Connection connection;
    private final Timeouts timeouts;

    public Executor(Connection connection, Timeouts timeouts) {
        this.connection = connection;
        this.timeouts = timeouts;
    }

    /** Is told of progress. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param operation what was done
         * @param done how many operations were, this one included
         */
        void applied(Operation operation, int done);
    }

    /**
     * Carries out all operations, in order.
     *
     * @throws OperationFailedException for the first that the server refuses; the transaction then is as it was before
     */
    public void apply(Plan plan, Listener listener) throws SQLException {
        set("lock_timeout", timeouts.lock().toMillis() + "ms");
        set("statement_timeout", timeouts.statement().toMillis() + "ms");
        set("search_path", "pg_catalog, pg_temp");
        // Back to here the transaction can be asked again who was in the way.
        Savepoint start = connection.setSavepoint();
        int done = 0;
        for (Operation operation : plan.operations()) {
            apply(operation, start);
            listener.applied(operation, ++done);
        }
        connection.releaseSavepoint(start);
    }

    private void apply(Operation operation, Savepoint start) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(operation.statement().sql());
            SQLWarning warning = statement.getWarnings();
            while (warning != null) {
                if (REFUSALS.contains(warning.getSQLState())) {
                    throw warning;
                }
                warning = warning.getNextWarning();
            }
        } catch (SQLException e) {
            throw failed(operation, e, start);
        }
    }

    private OperationFailedException failed(Operation operation, SQLException failure, Savepoint start) {
        String nextStep;
        try {
            connection.rollback(start);
            nextStep = NextStep.after(failure, operation, connection);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            nextStep = "The connection is lost, too: nothing was changed. Run the goal again.";
        }
        return new OperationFailedException(
                operation, String.valueOf(failure.getSQLState()), reason(failure), nextStep, failure);
    }

    /** The server's own sentence, without the details that the driver appends. */
    private static String reason(SQLException failure) {
        return Optional.ofNullable(failure instanceof PSQLException server ? server.getServerErrorMessage() : null)
                .map(ServerErrorMessage::getMessage)
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private void set(String setting, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_catalog.set_config(?, ?, true)")) {
            statement.setString(1, setting);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
