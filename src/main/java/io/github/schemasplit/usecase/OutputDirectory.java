package io.github.schemasplit.usecase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** A folder that files are written to. A file whose content would not change is left alone, its time too. */
final class OutputDirectory {
    private final Path directory;

    OutputDirectory(Path directory) {
        this.directory = directory;
    }

    /** What a file has, if it is there and can be read. */
    Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(directory.resolve(name)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file that is left as it is. */
    WrittenFile unchanged(String name) {
        return new WrittenFile(directory.resolve(name), false);
    }

    /**
     * Writes a file as UTF-8, whole or not at all.
     *
     * @throws GoalFailedException when it cannot be written
     */
    WrittenFile write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws GoalFailedException when it cannot be written
     */
    WrittenFile write(String name, byte[] bytes) {
        Path file = directory.resolve(name);
        try {
            if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return new WrittenFile(file, false);
            }
            // What is there may be a link to a folder, which on JDK 17 is no folder to createDirectories.
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            // Not a temporary file, which nobody else may read, whatever the umask says.
            Path unfinished = directory.resolve(name + "." + UUID.randomUUID() + ".part");
            try {
                Files.write(unfinished, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return new WrittenFile(file, true);
        } catch (IOException e) {
            throw new GoalFailedException(
                    file + " cannot be written: " + e.getMessage()
                            + ". Name another folder with schema.outputDirectory.",
                    e);
        }
    }
}
