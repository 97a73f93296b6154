package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** A file of the sources is not as it was when it was read first, or cannot be read any more. */
public final class SourceChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SourceChangedException(IOException cause) {
        super(
                cause instanceof FileSystemException file
                        ? file.getFile() + (cause instanceof NoSuchFileException ? " is gone" : " cannot be read")
                        : cause.getMessage(),
                cause);
    }
}
