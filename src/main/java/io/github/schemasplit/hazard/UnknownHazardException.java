package io.github.schemasplit.hazard;

/** That somebody allows what is no hazard. */
public final class UnknownHazardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was written, what may have been meant, and what can be written
     */
    UnknownHazardException(String message) {
        super(message);
    }
}
