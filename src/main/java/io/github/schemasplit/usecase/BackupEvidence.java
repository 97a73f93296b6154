package io.github.schemasplit.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The manifests that {@code schema:backup} left.
 *
 * @param directory where they are
 * @param database which database
 */
record BackupEvidence(Path directory, DatabaseIdentity database) {
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

        private boolean isBetterThan(Found other) {
            return data == other.data ? madeAt.isAfter(other.madeAt) : data;
        }
    }

    /**
     * The newest of the whole database, one with its rows before one without.
     *
     * @param before of those that were made before that, where it says when
     */
    Optional<Found> last(Optional<Instant> before) {
        Optional<Found> last = Optional.empty();
        for (Path file : files()) {
            Optional<Found> found = found(file);
            if (found.isPresent()
                    && (before.isEmpty() || found.get().madeAt().isBefore(before.get()))
                    && (last.isEmpty() || found.get().isBetterThan(last.get()))) {
                last = found;
            }
        }
        return last;
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
                .filter(this::isOfDatabase)
                .filter(this::isThere);
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

    private boolean isOfDatabase(JsonNode manifest) {
        JsonNode origin = manifest.path("origin");
        return origin.has("databaseOid")
                && database.matches(
                        Optional.ofNullable(origin.path("system").textValue()),
                        origin.path("databaseOid").asLong(),
                        manifest.path("database").path("name").asText());
    }

    /** Whether its archive still is beside it, in the size that it had; a checksum of it would take too long here. */
    private boolean isThere(JsonNode manifest) {
        String name = manifest.path("archive").path("file").asText();
        Path archive = directory.resolve(name.isEmpty() ? "." : name).normalize();
        try {
            return directory.normalize().equals(archive.getParent())
                    && (Files.isDirectory(archive)
                            || Files.isRegularFile(archive)
                                    && Files.size(archive)
                                            == manifest.path("archive")
                                                    .path("bytes")
                                                    .asLong());
        } catch (IOException e) {
            return false;
        }
    }
}
