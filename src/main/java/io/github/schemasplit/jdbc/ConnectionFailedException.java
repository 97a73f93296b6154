package io.github.schemasplit.jdbc;

/** No connection to the database that was asked for. The message names it, says why, and what to do next. */
public final class ConnectionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is no connection. */
    public enum Reason {
        /** The settings name no database, or contradict themselves. */
        SETTINGS,
        UNKNOWN_HOST,
        UNREACHABLE,
        TIMEOUT,
        AUTHENTICATION,
        NO_DATABASE,
        NO_RIGHT_TO_CONNECT,
        SSL,
        TOO_MANY_CONNECTIONS,
        NOT_READY,
        /** What answers does not speak PostgreSQL's protocol. */
        NOT_POSTGRESQL,
        /** What answers speaks the protocol and is not a PostgreSQL that this tool works on. */
        UNSUPPORTED_SERVER,
        STANDBY,
        OTHER
    }

    ConnectionFailedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    ConnectionFailedException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
