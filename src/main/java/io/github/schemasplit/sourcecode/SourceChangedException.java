package io.github.schemasplit.sourcecode;

import java.io.IOException;

/** A file of the sources is not as it was when it was read first, or cannot be read any more. */
public final class SourceChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SourceChangedException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
