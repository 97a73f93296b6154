package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes of files as {@code git apply} takes them, byte for byte in each file's own encoding.
 *
 * @see <a href="https://git-scm.com/docs/diff-format">git's diff format</a>
 */
final class Patch {
    private static final int CONTEXT = 3;

    private final OutputStream out;
    private final String folder;

    /**
     * @param folder the way from the top of the repository to the folder of the files, with {@code /} at its end unless it is empty: git
     *     takes the names in a patch to be from the top, wherever it is called
     */
    Patch(OutputStream out, String folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Writes the changes of a file. */
    void write(ChangedFile file) throws IOException {
        String path = folder + file.path();
        String before = quoted("a/" + path);
        String after = quoted("b/" + path);
        // A tab ends a name that has blanks, for the tools that look for a time after it.
        String end = path.indexOf(' ') >= 0 ? "\t\n" : "\n";
        write("diff --git " + before + " " + after + "\n");
        write("--- " + before + end);
        write("+++ " + after + end);
        PatchLines old = new PatchLines(file.before());
        PatchLines fresh = new PatchLines(file.after());
        List<Block> blocks = blocks(file.changes(), old, fresh);
        int first = 0;
        while (first < blocks.size()) {
            int next = first + 1;
            while (next < blocks.size() && blocks.get(next).from - blocks.get(next - 1).to <= 2 * CONTEXT) {
                next++;
            }
            hunk(old, fresh, blocks.subList(first, next));
            first = next;
        }
    }

    /** Lines that become others. */
    private record Block(int from, int to, int newFrom, int newTo) {}

    private static List<Block> blocks(List<ChangedFile.Change> changes, PatchLines old, PatchLines fresh) {
        List<Block> blocks = new ArrayList<>();
        for (ChangedFile.Change change : changes) {
            Block block = new Block(
                    old.lineOf(change.start()),
                    old.lineAfter(change.end()),
                    fresh.lineOf(change.newStart()),
                    fresh.lineAfter(change.newEnd()));
            Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (before != null && block.from < before.to) {
                blocks.set(blocks.size() - 1, new Block(before.from, block.to, before.newFrom, block.newTo));
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    private void hunk(PatchLines old, PatchLines fresh, List<Block> blocks) throws IOException {
        Block first = blocks.get(0);
        Block last = blocks.get(blocks.size() - 1);
        int before = Math.min(CONTEXT, first.from);
        int after = Math.min(CONTEXT, old.count() - last.to);
        write("@@ -" + range(first.from - before, last.to + after) + " +"
                + range(first.newFrom - before, last.newTo + after) + " @@\n");
        int line = first.from - before;
        for (Block block : blocks) {
            lines(' ', old, line, block.from);
            lines('-', old, block.from, block.to);
            lines('+', fresh, block.newFrom, block.newTo);
            line = block.to;
        }
        lines(' ', old, line, last.to + after);
    }

    private static String range(int from, int to) {
        return (to == from ? from : from + 1) + (to - from == 1 ? "" : "," + (to - from));
    }

    private void lines(char sign, PatchLines lines, int from, int to) throws IOException {
        for (int line = from; line < to; line++) {
            out.write(sign);
            byte[] bytes = lines.bytes(line);
            out.write(bytes);
            if (bytes[bytes.length - 1] != '\n') {
                write("\n\\ No newline at end of file\n");
            }
        }
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A name as git writes it: between quotes where it has quotes, backslashes, control characters or bytes beyond ASCII. */
    private static String quoted(String name) {
        StringBuilder text = new StringBuilder();
        boolean needed = false;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c == '"' || c == '\\') {
                text.append('\\').append((char) c);
                needed = true;
            } else if (c < ' ' || c > '~') {
                text.append(String.format("\\%03o", c));
                needed = true;
            } else {
                text.append((char) c);
            }
        }
        return needed ? "\"" + text + "\"" : name;
    }
}
