package io.github.schemasplit.usecase;

import io.github.schemasplit.mapping.Baseline;
import io.github.schemasplit.mapping.BaselineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The file of a baseline, which people commit.
 *
 * @param path where
 * @param name its name as the user knows it
 * @param baseline what is in it; empty when there is no such file
 */
public record BaselineFile(Path path, String name, Optional<Baseline> baseline) {
    /** Writes it, whole or not at all. */
    void write(Baseline content) {
        try {
            // A link stays one.
            Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (!Files.isDirectory(file.getParent())) {
                Files.createDirectories(file.getParent());
            }
            // Not a temporary file, which nobody else may read.
            Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
            try {
                Files.writeString(unfinished, BaselineText.of(content));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new GoalFailedException(
                    path + " cannot be written: " + e.getMessage() + ". Name another file with schema.baseline.", e);
        }
    }
}
