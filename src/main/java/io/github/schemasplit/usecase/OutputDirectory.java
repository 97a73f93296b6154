package io.github.schemasplit.usecase;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A folder that files are written to. A file whose content would not change is left alone, its time too. */
final class OutputDirectory {
    private final Path directory;
    private final String property;

    OutputDirectory(Path directory) {
        this(directory, "schema.outputDirectory");
    }

    /**
     * @param property what names the folder
     */
    OutputDirectory(Path directory, String property) {
        this.directory = directory;
        this.property = property;
    }

    /**
     * Writes a file as UTF-8, whole or not at all.
     *
     * @throws GoalFailedException when it cannot be written
     */
    WrittenFile write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** What is written to a file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws GoalFailedException when it cannot be written
     */
    WrittenFile write(String name, byte[] bytes) {
        return write(name, out -> out.write(bytes));
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws GoalFailedException when it cannot be written
     */
    WrittenFile write(String name, Content content) {
        Path file = directory.resolve(name);
        try {
            // What is there may be a link to a folder, which on JDK 17 is no folder to createDirectories.
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            // Not a temporary file, which nobody else may read, whatever the umask says.
            Path unfinished = directory.resolve(name + "." + UUID.randomUUID() + ".part");
            try {
                OutputStream made =
                        Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                try (OutputStream out = new BufferedOutputStream(made)) {
                    content.write(out);
                }
                if (Files.exists(file) && Files.mismatch(file, unfinished) < 0) {
                    return new WrittenFile(file, false);
                }
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return new WrittenFile(file, true);
        } catch (IOException e) {
            throw new GoalFailedException(
                    file + " cannot be written: " + e.getMessage() + ". Name another folder with " + property + ".", e);
        }
    }
}
