package io.github.schemasplit.names;

/** The lines of a text. */
final class Lines {
    private Lines() {}

    /** The line of an offset, from 1. */
    static int of(String text, int offset) {
        int line = 1;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
            line++;
        }
        return line;
    }
}
