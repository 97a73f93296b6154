package io.github.schemasplit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a statement may take that is not part of a change: one that reads the catalog, or the journal. A change has
 * {@link Timeouts} of its own.
 *
 * @param time the longest; without it, reading the catalog has no limit, and other statements have the one that server, role and
 *     database set
 */
public record StatementTimeout(Optional<Duration> time) {
    public static final StatementTimeout NONE = new StatementTimeout(Optional.empty());

    public StatementTimeout {
        if (time.isPresent() && time.get().toMillis() < 1) {
            throw new IllegalArgumentException("a timeout is a millisecond or more");
        }
    }

    /** What is done with the connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Does work each of whose statements may take so long. The limit is of a transaction around it, since poolers share sessions;
     * without a limit there is no such transaction, and no round trip for it.
     *
     * @param connection in auto-commit mode, in which it is left
     */
    public <T> T within(Connection connection, Work<T> work) throws SQLException {
        return time.isPresent()
                ? new Transaction(connection, "BEGIN; SET LOCAL statement_timeout = " + milliseconds()).run(work)
                : work.run();
    }

    /** As {@link #within}, in a transaction that may write, whatever role or database prefer. */
    <T> T writing(Connection connection, Work<T> work) throws SQLException {
        return writing(connection, "", work);
    }

    /**
     * The same.
     *
     * @param settings statements that set something for the transaction, for the message that begins it
     */
    <T> T writing(Connection connection, String settings, Work<T> work) throws SQLException {
        String limit = time.isPresent() ? "; SET LOCAL statement_timeout = " + milliseconds() : "";
        return new Transaction(connection, "BEGIN READ WRITE" + limit + (settings.isEmpty() ? "" : "; " + settings))
                .run(work);
    }

    /** As the server's setting has it: 0 is no limit. */
    String milliseconds() {
        return Long.toString(time.isPresent() ? time.get().toMillis() : 0);
    }
}
