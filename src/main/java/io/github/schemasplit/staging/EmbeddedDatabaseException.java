package io.github.schemasplit.staging;

/** An embedded database that cannot be had. The message says why and what to do next. */
public final class EmbeddedDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddedDatabaseException(String message) {
        super(message);
    }

    EmbeddedDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
