package io.github.schemasplit.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The manifests that {@code schema:backup} left.
 *
 * @param directory where they are
 * @param database the database's name
 */
record BackupEvidence(Path directory, String database) {
    /**
     * A backup of the whole database.
     *
     * @param manifest its manifest, with its folder
     * @param madeAt when it was made
     * @param data whether it has the rows
     * @param bytes how large it is
     */
    record Found(String manifest, Instant madeAt, boolean data, long bytes) {
        String text() {
            return manifest + " of " + madeAt + ", "
                    + (data ? "the whole database" : "without any rows")
                    + ", " + bytes + " bytes";
        }
    }

    /**
     * The newest of the whole database, one with its rows before one without.
     *
     * @param before of those that were made before that, where it says when
     */
    Optional<Found> last(Optional<Instant> before) {
        return files().stream()
                .flatMap(file -> found(file).stream())
                .filter(f -> before.isEmpty() || f.madeAt().isBefore(before.get()))
                .max(Comparator.comparing(Found::data).thenComparing(Found::madeAt));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException e) {
            // There is no such folder, or nobody may look.
            return List.of();
        }
    }

    private Optional<Found> found(Path file) {
        Optional<JsonNode> manifest = Evidence.read(file)
                .filter(m -> m.path("archive").has("sha256") && m.path("schema").isNull())
                .filter(m -> m.path("database").path("name").asText().equals(database));
        try {
            return manifest.map(m -> new Found(
                    directory.getFileName() + "/" + file.getFileName(),
                    Instant.parse(m.path("madeAt").asText()),
                    m.path("data").asBoolean(),
                    m.path("archive").path("bytes").asLong()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
