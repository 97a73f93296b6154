package io.github.schemasplit.sqltext;

/** A script that cannot be split into statements. The message says why and what to do; the caller knows the file. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int line;

    ScriptException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where in the script, from 1. */
    public int line() {
        return line;
    }
}
