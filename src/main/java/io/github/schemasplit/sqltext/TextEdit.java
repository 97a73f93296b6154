package io.github.schemasplit.sqltext;

import java.util.Collection;
import java.util.List;

/**
 * A stretch of a text that is to be another.
 *
 * @param start where it begins, in UTF-16 units from 0
 * @param end where it ends, exclusive; {@code start} where something is only put in
 * @param replacement what is to stand there
 */
public record TextEdit(int start, int end, String replacement) implements Comparable<TextEdit> {
    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("an edit from " + start + " to " + end);
        }
    }

    /**
     * The text with all of the edits made, and every other character as it was. A quoted identifier gets a blank before it
     * where it would be one token with what it follows.
     *
     * @throws IllegalArgumentException when two of them overlap, or one is outside of the text
     */
    public static String apply(String text, Collection<TextEdit> edits) {
        List<TextEdit> inOrder = edits.stream().sorted().toList();
        StringBuilder edited = new StringBuilder(text.length() + 16 * inOrder.size());
        int copied = 0;
        for (TextEdit edit : inOrder) {
            if (edit.start < copied || edit.end > text.length()) {
                throw new IllegalArgumentException(edit + " overlaps another, or is outside of the text");
            }
            edited.append(text, copied, edit.start);
            if (edit.replacement.startsWith("\"") && joinsQuote(edited)) {
                edited.append(' ');
            }
            edited.append(edit.replacement);
            copied = edit.end;
        }
        return edited.append(text, copied, text.length()).toString();
    }

    /** Whether a quote after {@code text} could go on an identifier, or begin {@code U&"…"}. */
    private static boolean joinsQuote(CharSequence text) {
        char last = text.isEmpty() ? Chars.END : text.charAt(text.length() - 1);
        return last == '"' || last == '&';
    }

    @Override
    public int compareTo(TextEdit other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
