package io.github.schemasplit.hostile;

/** That a database does not have the property. */
final class TrialFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String step;

    TrialFailure(String step, Throwable cause) {
        super(step + ": " + cause.getMessage(), cause);
        this.step = step;
    }

    /** Whether the other failed in the same way, as far as that can be told. */
    boolean isLike(TrialFailure other) {
        return step.equals(other.step) && wording().equals(other.wording());
    }

    /** The message without what differs from database to database. */
    private String wording() {
        String message = String.valueOf(getCause().getMessage());
        return getCause().getClass().getSimpleName()
                + message.replaceAll("(?s)\"[^\"]*\"|\\d+", "").replaceAll("(?s)^.* failed: |\n.*$", "");
    }
}
