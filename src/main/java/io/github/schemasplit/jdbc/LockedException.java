package io.github.schemasplit.jdbc;

import java.util.List;

/** That another run of this tool was at work on the same database. */
public final class LockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String holder;

    LockedException(List<LockHolder> holders) {
        super("Another run of schema-maven-plugin is changing this database"
                + (holders.isEmpty() ? "" : " (" + LockHolder.describe(holders) + ")")
                + ". Run the goal again when it is done.");
        this.holder = holders.isEmpty() ? "it has just ended" : LockHolder.describe(holders);
    }

    /** Who is at work, such as {@code pid 4711, application 'schema-maven-plugin'}. */
    public String holder() {
        return holder;
    }
}
