package io.github.schemasplit.backup;

/** A manifest or an archive that is not what it should be, or can not be read or written. */
public final class BackupFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message which file, and what is wrong with it
     */
    public BackupFileException(String message) {
        super(message);
    }

    /**
     * @param cause why it can not be read or written
     */
    public BackupFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
