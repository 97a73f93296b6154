package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import java.sql.SQLException;

/** That the server refused an operation of a plan. The message says which, why, and what to do next. */
public final class OperationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Operation operation;
    private final String sqlState;

    OperationFailedException(Operation operation, String sqlState, String reason, String nextStep, SQLException cause) {
        super(operation.statement() + " failed: " + reason + ". " + nextStep, cause);
        this.operation = operation;
        this.sqlState = sqlState;
    }

    public Operation operation() {
        return operation;
    }

    /** The server's code for what went wrong, such as {@code 55P03} for a lock that was not to be had. */
    public String sqlState() {
        return sqlState;
    }
}
