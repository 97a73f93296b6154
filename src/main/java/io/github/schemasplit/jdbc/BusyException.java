package io.github.schemasplit.jdbc;

import java.sql.SQLException;

/** That others were in the way: nothing was changed, and it can be tried again. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what was being done
     * @param reason the server's words
     * @param holders who is in the way; empty when that is not known, or they are gone
     */
    BusyException(String what, String reason, String holders, SQLException cause) {
        super(what + " failed: " + reason + (holders.isEmpty() ? "" : "; the lock is held by " + holders), cause);
    }
}
