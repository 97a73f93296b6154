package io.github.schemasplit.sourcecode;

import java.util.Arrays;

/** Lines and columns of a text. */
final class Positions {
    private final int[] lineStarts;

    Positions(String text) {
        int[] starts = new int[64];
        int count = 1;
        // A byte order mark is no column.
        starts[0] = !text.isEmpty() && text.charAt(0) == SourceText.BYTE_ORDER_MARK ? 1 : 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = i + 1;
        }
        this.lineStarts = Arrays.copyOf(starts, count);
    }

    /** The line and column of an offset, each from 1. */
    Position of(int offset) {
        int at = Arrays.binarySearch(lineStarts, offset);
        int line = Math.max(0, at >= 0 ? at : -at - 2);
        return new Position(line + 1, Math.max(0, offset - lineStarts[line]) + 1);
    }

    /** Where a line begins. */
    int start(int line) {
        return lineStarts[line - 1];
    }

    /** Where a line of the text ends, before what ends it. */
    int end(int line, String text) {
        if (line == lineStarts.length) {
            return text.length();
        }
        int end = lineStarts[line] - 1;
        return end > lineStarts[line - 1] && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /**
     * A place in a text.
     *
     * @param line from 1
     * @param column from 1, in UTF-16 units
     */
    record Position(int line, int column) {}
}
