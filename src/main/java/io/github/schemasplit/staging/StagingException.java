package io.github.schemasplit.staging;

/** A disposable database that cannot be had, or does not go away. The message says why and what to do next. */
public final class StagingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StagingException(String message) {
        super(message);
    }

    StagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
