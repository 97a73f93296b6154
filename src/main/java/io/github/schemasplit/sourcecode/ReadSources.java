package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that name what moves. Their texts are read again, one at a time, for whatever is made of them. */
public final class ReadSources {
    private final Path root;
    private final Map<String, ReadSource> files = new LinkedHashMap<>();

    /**
     * @param root the folder that they are in
     * @param files those that name something, in order
     */
    ReadSources(Path root, List<ReadSource> files) {
        this.root = root;
        files.forEach(file -> this.files.put(file.path(), file));
    }

    /** No files of a folder. */
    public static ReadSources none(Path root) {
        return new ReadSources(root, List.of());
    }

    /** The files in which something is edited, from the root, with {@code /}, in order. */
    public List<String> changed() {
        return withEdits().stream().map(ReadSource::path).toList();
    }

    private List<ReadSource> withEdits() {
        return files.values().stream().filter(f -> !f.edits().isEmpty()).toList();
    }

    /**
     * What stands around the references in one of them.
     *
     * @throws SourceChangedException when it is not as it was, or cannot be read any more
     */
    public Excerpts excerpts(String file) {
        ReadSource source = Optional.ofNullable(files.get(file)).orElseThrow();
        try {
            return new Excerpts(source.text(root).text(), source.edits());
        } catch (IOException e) {
            throw new SourceChangedException(e);
        }
    }

    /**
     * Writes the edits as {@code git apply} takes them anywhere in the repository.
     *
     * @param folder the way from the top of the repository to the root, with {@code /} at its end unless it is empty
     * @throws SourceChangedException when a file is not as it was, or cannot be read any more
     * @throws IOException when {@code out} takes no more
     */
    void patch(OutputStream out, String folder) throws IOException {
        Patch patch = new Patch(out, folder);
        for (ReadSource file : withEdits()) {
            patch.write(changed(file));
        }
    }

    private ChangedFile changed(ReadSource file) {
        try {
            return file.changed(root);
        } catch (IOException e) {
            throw new SourceChangedException(e);
        }
    }

    /** Makes the edits in the files, all of them or none. */
    void apply() throws IOException {
        new InPlace(root).write(withEdits());
    }
}
