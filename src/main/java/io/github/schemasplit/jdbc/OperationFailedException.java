package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import java.sql.SQLException;
import java.util.Optional;

/** That the server refused an operation of a plan, or the change as a whole. The message says which, why, and what to do next. */
public final class OperationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Operation> operation;
    private final String sqlState;

    OperationFailedException(
            Optional<Operation> operation, String sqlState, String reason, String nextStep, SQLException cause) {
        super(
                operation.map(o -> o.statement().sql()).orElse("The change") + " failed: " + reason + ". " + nextStep,
                cause);
        this.operation = operation;
        this.sqlState = sqlState;
    }

    /** The operation; empty when it is about none of them. */
    public Optional<Operation> operation() {
        return operation;
    }

    /** The server's code for what went wrong, such as {@code 55P03} for a lock that was not to be had. */
    public String sqlState() {
        return sqlState;
    }
}
