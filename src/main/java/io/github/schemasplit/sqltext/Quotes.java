package io.github.schemasplit.sqltext;

/**
 * Where quoted things end. Each method takes the position after the opening quote and gives the position after the closing
 * one, or {@link #NONE} when the text ends before.
 */
final class Quotes {
    /** No end within the text. */
    static final int NONE = -1;

    private Quotes() {}

    /** {@code "…"}: a doubled quote is a quote. */
    static int endOfIdentifier(String source, int start) {
        int i = start;
        while (i < source.length()) {
            if (source.charAt(i++) == '"') {
                if (Chars.at(source, i) != '"') {
                    return i;
                }
                i++;
            }
        }
        return NONE;
    }

    /** {@code '…'} and {@code U&'…'}: a doubled quote is a quote. */
    static int endOfString(String source, int start) {
        return end(source, start, true, false);
    }

    /** {@code E'…'}: a doubled quote is a quote, and a backslash takes the next character as data. */
    static int endOfEscapeString(String source, int start) {
        return end(source, start, true, true);
    }

    /** {@code B'…'} and {@code X'…'}: the next quote ends it. */
    static int endOfBitString(String source, int start) {
        return end(source, start, false, false);
    }

    private static int end(String source, int start, boolean doubling, boolean backslashes) {
        int i = start;
        while (i < source.length()) {
            char c = source.charAt(i++);
            if (c == '\\' && backslashes) {
                i++;
            } else if (c == '\'') {
                if (doubling && Chars.at(source, i) == '\'') {
                    i++;
                } else {
                    int continued = continuation(source, i);
                    if (continued == NONE) {
                        return i;
                    }
                    i = continued;
                }
            }
        }
        return NONE;
    }

    /**
     * Where a string that ended before {@code start} goes on: after blanks with a line end in them, and a quote. The rest of
     * it follows the rules of its first part.
     */
    private static int continuation(String source, int start) {
        int i = start;
        boolean lineEnd = false;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\'') {
                return lineEnd ? i + 1 : NONE;
            }
            if (Chars.isSpace(c)) {
                lineEnd |= Chars.isLineEnd(c);
                i++;
            } else if (source.startsWith("--", i)) {
                i = Comments.endOfLine(source, i);
            } else {
                return NONE;
            }
        }
        return NONE;
    }

    /** The end of the dollar-quote delimiter at {@code start}, such as {@code $$} or {@code $body$}. */
    static int endOfDollarTag(String source, int start) {
        int i = start + 1;
        if (Chars.isWordStart(Chars.at(source, i))) {
            while (Chars.isWordPart(Chars.at(source, i)) && source.charAt(i) != '$') {
                i++;
            }
        }
        return Chars.at(source, i) == '$' ? i + 1 : NONE;
    }
}
