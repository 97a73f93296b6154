package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that names what moves, as it was read: what is to be edited in it, and enough to tell whether it is another one since. Its text is
 * not kept, since a tree has more of them than fit into memory.
 */
final class ReadSource {
    private final String path;
    private final Charset charset;
    private final byte[] digest;
    private final List<SourceEdit> edits;

    private ReadSource(String path, Charset charset, byte[] bytes, List<SourceEdit> edits) {
        this.path = path;
        this.charset = charset;
        this.digest = digest(bytes);
        this.edits = List.copyOf(edits);
    }

    /**
     * A file that was read.
     *
     * @param edits what is to be edited, in order and apart from each other
     */
    static ReadSource of(SourceText source, List<SourceEdit> edits) {
        return new ReadSource(source.path(), source.charset(), source.bytes(), edits);
    }

    /** Where it is, from the root of the tree, with {@code /}. */
    String path() {
        return path;
    }

    /** What is to be edited, in order and apart from each other. */
    List<SourceEdit> edits() {
        return edits;
    }

    /**
     * Reads it again.
     *
     * @throws IOException when it cannot be read, or is not as it was
     */
    SourceText text(Path root) throws IOException {
        byte[] bytes = Files.readAllBytes(root.resolve(path));
        if (!MessageDigest.isEqual(digest, digest(bytes))) {
            throw new IOException(path + " was changed meanwhile");
        }
        return new SourceText(path, new String(bytes, charset), charset);
    }

    /**
     * Reads it again, with the edits made.
     *
     * @throws IOException when it cannot be read, or is not as it was
     */
    ChangedFile changed(Path root) throws IOException {
        return ChangedFile.of(text(root), edits);
    }

    /** The file with the edits made, and what makes it the one that it was. */
    ReadSource reversed(ChangedFile file) {
        String text = new String(file.before(), charset);
        List<SourceEdit> back = new ArrayList<>();
        int longer = 0;
        for (SourceEdit edit : edits) {
            int start = edit.start() + longer;
            int written = edit.replacement().length();
            back.add(new SourceEdit(start, start + written, text.substring(edit.start(), edit.end())));
            longer += written - (edit.end() - edit.start());
        }
        return new ReadSource(path, charset, file.after(), back);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
