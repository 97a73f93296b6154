package io.github.schemasplit.usecase;

/** That something is broken: a file that cannot be written, a connection that is lost. The cause is kept. */
public final class GoalFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was being done, what went wrong, and what to do next
     * @param cause the cause
     */
    public GoalFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
