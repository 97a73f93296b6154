package io.github.schemasplit.window;

/** That a text is no window; the message says why, as a clause. */
public final class WindowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WindowException(String message) {
        super(message);
    }
}
