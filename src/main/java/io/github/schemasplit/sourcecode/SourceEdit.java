package io.github.schemasplit.sourcecode;

import java.util.List;

/**
 * A stretch of a source text that is to be another.
 *
 * @param start where it begins, in UTF-16 units from 0
 * @param end where it ends, exclusive; {@code start} where something is only put in
 * @param replacement what is to stand there
 */
record SourceEdit(int start, int end, String replacement) implements Comparable<SourceEdit> {
    SourceEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("an edit from " + start + " to " + end);
        }
    }

    /** Puts something in. */
    static SourceEdit insert(int at, String text) {
        return new SourceEdit(at, at, text);
    }

    /** The text with all of the edits made, which are in order and apart from each other; every other character is as it was. */
    static String apply(String text, List<SourceEdit> edits) {
        StringBuilder edited = new StringBuilder(text.length() + 24 * edits.size());
        int copied = 0;
        for (SourceEdit edit : edits) {
            edited.append(text, copied, edit.start).append(edit.replacement);
            copied = edit.end;
        }
        return edited.append(text, copied, text.length()).toString();
    }

    /** Whether both cannot be made: they touch a character in common, or put something in at the same place. */
    boolean conflicts(SourceEdit other) {
        return start < other.end && other.start < end || start == other.start;
    }

    @Override
    public int compareTo(SourceEdit other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
