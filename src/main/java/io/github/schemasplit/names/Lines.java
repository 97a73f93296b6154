package io.github.schemasplit.names;

/** The lines of a text. */
final class Lines {
    private static final int SHOWN = 120;

    private Lines() {}

    /** A statement on one line, and no more of it than people read. */
    static String inShort(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** The line of an offset, from 1. */
    static int of(String text, int offset) {
        int line = 1;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
            line++;
        }
        return line;
    }
}
