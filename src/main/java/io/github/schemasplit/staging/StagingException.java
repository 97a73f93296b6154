package io.github.schemasplit.staging;

import io.github.schemasplit.jdbc.ConnectionFailedException;

/** A disposable database that cannot be had, or does not go away. The message says why and what to do next. */
public final class StagingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** That the server that {@code schema.staging} names cannot be used; the reasons are those of {@code schema.url}. */
    public static StagingException of(ConnectionFailedException e) {
        String message = String.valueOf(e.getMessage())
                .replace("schema.url", "schema.staging")
                .replace("schema.user", "schema.staging.user")
                .replace("schema.password", "schema.staging.password")
                .replace("schema.serverId", "schema.staging.serverId");
        return new StagingException("The server that schema.staging names cannot be used. " + message, e);
    }

    StagingException(String message) {
        super(message);
    }

    StagingException(String message, Throwable cause) {
        super(message, cause);
    }
}
