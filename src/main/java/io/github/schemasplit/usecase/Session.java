package io.github.schemasplit.usecase;

import io.github.schemasplit.jdbc.CatalogChangedException;
import io.github.schemasplit.jdbc.ServerCheck;
import java.sql.Connection;
import java.sql.SQLException;

/** One connection for one piece of work. */
final class Session {
    /** A timeout, or somebody who cancelled. */
    private static final String QUERY_CANCELED = "57014";

    private Session() {}

    /** What is done with the connection. */
    @FunctionalInterface
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /**
     * Connects, refuses servers that this tool does not work on, does the work and closes.
     *
     * @param writes whether the work changes the database
     * @param listener is told that it connects
     */
    static <T> T run(Workplace workplace, boolean writes, ChangeListener listener, Work<T> work) {
        listener.on(Event.Phase.CONNECTING);
        try (Connection connection = workplace.connections().open()) {
            ServerCheck.check(connection, workplace.database(), writes);
            return work.run(connection);
        } catch (CatalogChangedException e) {
            throw new GoalStoppedException(
                    e.getMessage() + ". Nothing was changed. Run the goal again when they are done.");
        } catch (SQLException e) {
            throw new GoalFailedException(
                    "Working on " + workplace.database() + " failed: " + e.getMessage() + ". Nothing was changed. "
                            + (QUERY_CANCELED.equals(e.getSQLState())
                                    ? "If a statement needs more time, say how much with schema.statementTimeout."
                                    : "Run the goal again."),
                    e);
        }
    }
}
