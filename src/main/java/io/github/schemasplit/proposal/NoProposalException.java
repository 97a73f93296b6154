package io.github.schemasplit.proposal;

/** That no mapping can be proposed, or none as the user wants it: the message says why, and what to do next. */
public final class NoProposalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoProposalException(String message) {
        super(message);
    }
}
