package io.github.schemasplit.sourcecode;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of the sources, before and after.
 *
 * @param path where it is, from the root of the tree, with {@code /}
 * @param before its bytes as they were read
 * @param after its bytes with the edits made
 * @param changes the stretches that differ, in order and apart from each other
 */
record ChangedFile(String path, byte[] before, byte[] after, List<Change> changes) {
    /**
     * A stretch of bytes that became another.
     *
     * @param start where it begins in the bytes before
     * @param end where it ends there, exclusive
     * @param newStart where it begins in the bytes after
     * @param newEnd where it ends there, exclusive
     */
    record Change(int start, int end, int newStart, int newEnd) {}

    ChangedFile {
        changes = List.copyOf(changes);
    }

    /** A text with edits, which are in order and apart from each other. */
    static ChangedFile of(SourceText source, List<SourceEdit> edits) {
        List<Change> changes = new ArrayList<>();
        int at = 0;
        int before = 0;
        int after = 0;
        for (SourceEdit edit : edits) {
            int kept = source.bytes(at, edit.start());
            int removed = source.bytes(edit.start(), edit.end());
            int written = edit.replacement().getBytes(source.charset()).length;
            before += kept;
            after += kept;
            changes.add(new Change(before, before + removed, after, after + written));
            before += removed;
            after += written;
            at = edit.end();
        }
        byte[] edited = SourceEdit.apply(source.text(), edits).getBytes(source.charset());
        return new ChangedFile(source.path(), source.bytes(), edited, changes);
    }
}
