package io.github.schemasplit.jdbc;

import java.sql.SQLException;
import java.util.UUID;

/** That the connection was lost while the server was committing: the work may have been done or not. */
public final class CommitUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID journalId;
    private final int process;

    CommitUnknownException(UUID journalId, int process, SQLException cause) {
        super(
                "The connection was lost before the server had answered, so whether the change was made is not known."
                        + " Run schema:info: it was made if the journal has the entry " + journalId
                        + ", and was not if it has none. Running the goal again does what is left, if anything.",
                cause);
        this.journalId = journalId;
        this.process = process;
    }

    /** The journal's entry that is there if the change was made. */
    public UUID journalId() {
        return journalId;
    }

    /** The server's process that was sent the change; through a pooler the number is of no process. */
    public int process() {
        return process;
    }
}
