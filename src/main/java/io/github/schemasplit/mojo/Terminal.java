package io.github.schemasplit.mojo;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** The terminal that Maven was called from. */
final class Terminal {
    private Terminal() {}

    /**
     * What is written to goes straight to the terminal, past what Maven makes of the standard output. Empty when input or output is a
     * file or a pipe, or the terminal can not rewrite a line.
     */
    static Optional<PrintWriter> find() {
        Console console = System.console();
        return console == null || !isTerminal(console) || "dumb".equals(System.getenv("TERM"))
                ? Optional.empty()
                : Optional.of(console.writer());
    }

    /** From JDK 22 on there can be a console without a terminal, and a method that says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
