package io.github.schemasplit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** That the connection was lost while the server was committing: the work may have been done or not. */
public final class CommitUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID journalId;
    private final Instant latest;

    CommitUnknownException(UUID journalId, Instant latest, SQLException cause) {
        super(
                "The connection was lost before the server had answered, so whether the change was made is not known."
                        + " Run schema:info: it was made if the journal has the entry " + journalId
                        + ", and was not if it has none. Running the goal again does what is left, if anything.",
                cause);
        this.journalId = journalId;
        this.latest = latest;
    }

    /** The journal's entry that is there if the change was made. */
    public UUID journalId() {
        return journalId;
    }

    /** After when, by the server's clock, it does not begin with the change any more. */
    public Instant latest() {
        return latest;
    }
}
