package io.github.schemasplit.backup;

/** A client program of PostgreSQL that can not be run, or that failed. */
public final class ProgramFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what failed, with what the program said
     */
    public ProgramFailedException(String message) {
        super(message);
    }

    /**
     * @param cause why it can not be run
     */
    public ProgramFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
