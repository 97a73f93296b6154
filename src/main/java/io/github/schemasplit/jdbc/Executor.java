package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.RoleOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Makes a change in one message and one transaction: all of it, or nothing. */
public final class Executor {
    private static final Set<String> OTHERS_IN_THE_WAY =
            Set.of(SqlStates.LOCK_NOT_AVAILABLE, SqlStates.DEADLOCK_DETECTED, SqlStates.QUERY_CANCELED);

    /** How long the change may take to the server: what comes later is not made, so that a lost answer is known for sure then. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final Connection connection;
    private final Identifier journalSchema;
    private final Timeouts timeouts;
    private final StatementTimeout statementTimeout;

    /**
     * @param connection in auto-commit mode, in which it is left
     */
    public Executor(Connection connection, Identifier journalSchema, Timeouts timeouts) {
        this(connection, journalSchema, timeouts, StatementTimeout.NONE);
    }

    /**
     * @param connection in auto-commit mode, in which it is left
     * @param timeouts of the change
     * @param statementTimeout of what is read before it
     */
    public Executor(
            Connection connection, Identifier journalSchema, Timeouts timeouts, StatementTimeout statementTimeout) {
        this.connection = connection;
        this.journalSchema = journalSchema;
        this.timeouts = timeouts;
        this.statementTimeout = statementTimeout;
    }

    /**
     * Makes the change, and writes its journal entry.
     *
     * @return what the server tells of it
     * @throws LockedException when another run is at work on the database
     * @throws CatalogChangedException when the catalog is not the one that was read
     * @throws BusyException when others did not let go of a lock in time
     * @throws UnaccountedException when something was changed that is not in the plan
     * @throws OperationFailedException for what the server refuses
     * @throws CommitUnknownException when the connection is lost before the server's answer
     */
    public Executed apply(Change change) throws SQLException {
        Plan plan = change.plan().busiestLast(statementTimeout.within(connection, () -> Activity.read(connection)));
        var journal = new Journal(connection, journalSchema, statementTimeout).writing(change.entry());
        Instant latest = change.read().clock().after(ON_THE_WAY);
        ChangeMessage message = ChangeMessage.of(
                new Change(plan, change.read(), change.entry()),
                journalSchema,
                journal,
                timeouts,
                latest,
                connection.getMetaData().getDatabaseMajorVersion());
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return answer(plan, statement, message.sql());
        } catch (SQLException e) {
            if (isConnectionLost(e)) {
                throw new CommitUnknownException(change.entry().id(), latest, e);
            }
            rollBack(e);
            throw statementTimeout.within(connection, () -> failure(e, change, message));
        }
    }

    private static Executed answer(Plan plan, Statement statement, String message) throws SQLException {
        boolean isRows = statement.execute(message);
        while (!isRows && statement.getUpdateCount() >= 0) {
            isRows = statement.getMoreResults();
        }
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return Executed.of(plan, row);
        }
    }

    /** A class 08 error is the driver's, a 57P one the server's last word; any other is an answer: it did not commit. */
    private static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** The server has rolled back and let go of everything already; this ends the failed transaction. */
    private void rollBack(SQLException cause) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private RuntimeException failure(SQLException e, Change change, ChangeMessage message) throws SQLException {
        Optional<ServerErrorMessage> server =
                Optional.ofNullable(e instanceof PSQLException p ? p.getServerErrorMessage() : null);
        Optional<Operation> operation = server.flatMap(message::operation);
        String reason = server.map(ServerErrorMessage::getMessage).orElseGet(() -> String.valueOf(e.getMessage()));
        String state = String.valueOf(e.getSQLState());
        switch (state) {
            case SqlStates.LOCKED:
                return new LockedException(LockHolder.read(connection, "advisory-lock-holders", RunLock.KEY));
            case SqlStates.CHANGED:
                return new CatalogChangedException();
            case SqlStates.LATE:
                return new BusyException("The change", reason, "", e);
            case SqlStates.UNACCOUNTED:
                Optional<String> detail = server.map(ServerErrorMessage::getDetail);
                return new UnaccountedException(
                        reason,
                        detail.isPresent()
                                ? new UnplannedRows(connection, change.read().snapshot(), change.plan())
                                        .describe(detail.get())
                                : List.of());
            default:
                break;
        }
        if (operation
                .filter(o -> o instanceof RoleOperation own && RoleAudit.isOutdated(own, state))
                .isPresent()) {
            return new CatalogChangedException();
        }
        if (OTHERS_IN_THE_WAY.contains(state) || isConcurrentUpdate(state, reason)) {
            return new BusyException(
                    operation.map(o -> o.statement().sql()).orElse("The change"), reason, holders(operation), e);
        }
        if (server.filter(message::isAfterJournal).isPresent()) {
            return new OperationFailedException(operation, state, reason, NextStep.after(e), e);
        }
        return new JournalException(
                JournalException.Problem.BROKEN,
                "The journal in schema " + journalSchema + " could not be written: " + reason + ". "
                        + NextStep.after(e),
                e);
    }

    /** Another session's DDL on the same catalog row, the one error of it that has no code of its own. */
    private static boolean isConcurrentUpdate(String state, String reason) {
        return state.equals(SqlStates.INTERNAL_ERROR) && reason.contains("concurrently");
    }

    private String holders(Optional<Operation> operation) throws SQLException {
        Optional<QualifiedName> relation = operation.flatMap(Operation::lockedRelation);
        return relation.isPresent()
                ? LockHolder.describe(LockHolder.read(
                        connection, "relation-lock-holders", relation.get().sql()))
                : "";
    }
}
