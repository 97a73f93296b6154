package io.github.schemasplit.sqltext;

/** Where comments end. */
final class Comments {
    private Comments() {}

    /** The end of the line that {@code start} is in, before its line end. */
    static int endOfLine(String source, int start) {
        int end = start;
        while (end < source.length() && !Chars.isLineEnd(source.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The end of the block comment that begins at {@code start}, or {@link Quotes#NONE}. */
    static int endOfBlock(String source, int start) {
        int depth = 1;
        int i = start + 2;
        while (i + 1 < source.length()) {
            if (source.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else if (source.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        return Quotes.NONE;
    }
}
