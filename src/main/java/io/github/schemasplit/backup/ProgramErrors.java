package io.github.schemasplit.backup;

import java.util.ArrayList;
import java.util.List;

/** What a program writes to standard error: of a verbose one, what went wrong is the least part. */
final class ProgramErrors {
    private static final int LINES = 12;

    private final List<String> lines = new ArrayList<>();
    private boolean failed;

    /** From the first error on everything is kept, up to a number of lines; until then the last line alone. */
    void add(String line) {
        if (line.contains(": error: ") || line.contains(": fatal: ")) {
            if (!failed) {
                lines.clear();
            }
            failed = true;
        } else if (!failed) {
            lines.clear();
        }
        if (lines.size() < LINES) {
            lines.add(line);
        }
    }

    String text() {
        return String.join("\n", lines);
    }
}
