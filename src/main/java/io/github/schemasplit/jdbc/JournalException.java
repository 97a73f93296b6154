package io.github.schemasplit.jdbc;

/** That the journal can not be used. The message says why and what to do next. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** A newer version of this plugin wrote it. */
        NEWER_FORMAT,
        /** It is not as this plugin made it. */
        BROKEN,
        /** It belongs to a role that must not be trusted. */
        NOT_OURS,
        /** The role may not read it. */
        NOT_READABLE,
        /** It can not be made: the right is missing, or the schema of its name is another's or holds other things. */
        NO_PLACE
    }

    private final Problem problem;

    JournalException(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    JournalException(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
