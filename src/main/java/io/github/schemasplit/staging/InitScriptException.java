package io.github.schemasplit.staging;

import java.nio.file.Path;

/** An init script that could not be run to its end. The message says file, line, statement and reason. */
public final class InitScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path file;
    private final int line;

    private InitScriptException(Path file, int line, String message, Throwable cause) {
        super(message, cause);
        this.file = file;
        this.line = line;
    }

    private InitScriptException(Path file, int line, String message) {
        super(message);
        this.file = file;
        this.line = line;
    }

    static InitScriptException at(Path file, int line, String reason) {
        return new InitScriptException(file, line, file + ":" + line + ": " + reason);
    }

    static InitScriptException at(Path file, int line, String reason, Throwable cause) {
        return new InitScriptException(file, line, file + ":" + line + ": " + reason, cause);
    }

    static InitScriptException at(Path file, int line, String reason, StatementHead head, Throwable cause) {
        return new InitScriptException(file, line, file + ":" + line + ": " + reason + "\n" + head.indented(), cause);
    }

    static InitScriptException unreadable(Path file, Throwable cause) {
        return new InitScriptException(
                file,
                0,
                file + ": the file cannot be read: " + cause.getMessage() + "; check it and its rights",
                cause);
    }

    /** The script. */
    public Path file() {
        return file;
    }

    /** The line where it went wrong, from 1; 0 when the file could not be read. */
    public int line() {
        return line;
    }
}
