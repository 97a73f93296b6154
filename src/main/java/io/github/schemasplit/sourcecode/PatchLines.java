package io.github.schemasplit.sourcecode;

import java.util.Arrays;

/** The lines of a file's bytes, each with its line end; counted from 0. */
final class PatchLines {
    private final byte[] bytes;
    private final int[] starts;

    PatchLines(byte[] bytes) {
        this.bytes = bytes;
        int[] found = new int[16];
        int count = bytes.length == 0 ? 0 : 1;
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == '\n') {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    int count() {
        return starts.length;
    }

    /** The line that a byte is on; one more than there are for what comes after the last line's end. */
    int lineOf(int offset) {
        if (offset == bytes.length && (offset == 0 || bytes[offset - 1] == '\n')) {
            return count();
        }
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at : -at - 2;
    }

    /** The line after the last one of a stretch that ends at {@code offset}: the rest of its line is taken along. */
    int lineAfter(int offset) {
        return Math.min(count(), lineOf(offset) + 1);
    }

    byte[] bytes(int line) {
        return Arrays.copyOfRange(bytes, starts[line], line + 1 < starts.length ? starts[line + 1] : bytes.length);
    }
}
