package io.github.schemasplit.notice;

/** That a notice did not get through; the message says why, as a clause without secrets. */
public final class NoticeException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoticeException(String message) {
        super(message);
    }
}
