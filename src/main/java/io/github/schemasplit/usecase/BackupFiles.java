package io.github.schemasplit.usecase;

import io.github.schemasplit.backup.AtExit;
import io.github.schemasplit.backup.BackupFileException;
import io.github.schemasplit.backup.DumpFormat;
import io.github.schemasplit.jdbc.DumpedTable;
import io.github.schemasplit.jdbc.LargeObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of backups: names, place, and that what is not whole has no name of a backup. */
final class BackupFiles {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern HALF = Pattern.compile("\\..*-\\d{8}T\\d{6}Z.*\\.part");

    /** What a dump takes of the size of its tables: it is compressed, and without indexes. */
    private static final double COMPRESSED = 0.5;

    private static final long DEFINITIONS = 1 << 20;
    private static final double MEGABYTE = 1024.0 * 1024;

    /** How often a process that ends looks whether a program has written on, and how long it waits in between. */
    private static final int LOOKS = 50;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path directory;
    private final String database;

    BackupFiles(Path directory, String database) {
        this.directory = directory;
        this.database = database;
        try {
            boolean isNew = !Files.exists(directory);
            Files.createDirectories(directory, OwnersAlone.directory());
            if (isNew) {
                // Rows of a production database are not to be committed by accident.
                Files.writeString(directory.resolve(".gitignore"), "*\n");
            }
        } catch (IOException e) {
            throw new GoalStoppedException("The folder " + directory + " can not be made: " + e.getMessage()
                    + ". Name another one with schema.backup.directory.");
        }
    }

    /**
     * Looks before anything is dumped.
     *
     * @throws GoalStoppedException when there is not enough
     */
    void requireSpace(List<DumpedTable> tables, LargeObjects largeObjects, boolean data) {
        long needed = DEFINITIONS;
        if (data) {
            needed += Math.round(largeObjects.bytes() * COMPRESSED);
            for (DumpedTable table : tables) {
                needed += Math.round(table.bytes() * COMPRESSED);
            }
        }
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < needed) {
                throw new GoalStoppedException(String.format(
                        Locale.ROOT,
                        "There is no backup: it needs about %.1f MB, half of what the tables take, and %s has %.1f MB"
                                + " free. Make room, or name another folder with schema.backup.directory.",
                        needed / MEGABYTE,
                        directory,
                        free / MEGABYTE));
            }
        } catch (IOException e) {
            throw new GoalStoppedException("How much room " + directory + " has can not be found out: " + e.getMessage()
                    + ". Name another folder with schema.backup.directory.");
        }
    }

    /** What of backups of the database is there that has not its name yet. */
    List<Path> half() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            HALF.matcher(String.valueOf(file.getFileName())).matches())
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("." + safe(database) + "-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BackupFileException("The folder " + directory + " can not be read: " + e.getMessage(), e);
        }
    }

    /** What helps where a program failed. */
    String hint(String message) {
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return ". Make room in " + directory + ", or name another folder with schema.backup.directory";
        }
        // What is called a timeout for locks is one for the statements that lock.
        if (message.contains("LOCK TABLE")) {
            return ". If it was cancelled for its timeout, somebody changes that table, or waits to do so, and others would"
                    + " have waited with us: run the goal again when that is done";
        }
        return "";
    }

    Pending begin(Instant at, Optional<String> schema, DumpFormat format) {
        String base = safe(database) + "-" + TIME.format(at)
                + schema.map(name -> "-" + safe(name)).orElse("");
        String name = base;
        for (int i = 2; Files.exists(directory.resolve(name + ".json")); i++) {
            name = base + "-" + i;
        }
        return new Pending(name, format);
    }

    /** A name that is one on every file system. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /** A backup that is being made; without {@link #finish} nothing is left of it. */
    final class Pending implements AutoCloseable {
        private final Path archive;
        private final String base;
        private final String name;
        private final AtExit atExit;

        private Pending(String base, DumpFormat format) {
            this.base = base;
            this.name = base + (format == DumpFormat.DIRECTORY ? "" : ".dump");
            this.archive = directory.resolve("." + name + ".part");
            this.atExit = AtExit.run("schema-backup-delete", this::deleteAtExit);
            if (format != DumpFormat.DIRECTORY) {
                create(archive);
            }
        }

        /** What is in it is nobody else's to read, from its first byte on. A program that makes a folder sees to that itself. */
        private static void create(Path file) {
            try {
                Files.deleteIfExists(file);
                Files.createFile(file, OwnersAlone.file());
            } catch (IOException e) {
                throw new BackupFileException(file + " can not be written: " + e.getMessage(), e);
            }
        }

        /** Where it is written to. */
        Path archive() {
            return archive;
        }

        /** What the archive will be called. */
        String name() {
            return name;
        }

        /** The manifest comes last: a backup is one that has it. */
        Path finish(String manifest) throws IOException {
            Path part = directory.resolve("." + base + ".json.part");
            Path finished = directory.resolve(base + ".json");
            try {
                create(part);
                Files.writeString(part, manifest, StandardCharsets.UTF_8);
                Files.move(archive, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                Files.move(part, finished, StandardCopyOption.ATOMIC_MOVE);
                return finished;
            } finally {
                Files.deleteIfExists(part);
            }
        }

        /** The program that writes it is told to end as well, and may write until it has. */
        private void deleteAtExit() {
            for (int i = 0; i < LOOKS && Files.exists(archive); i++) {
                try {
                    delete(archive);
                    Thread.sleep(PAUSE.toMillis());
                } catch (IOException | InterruptedException e) {
                    // Another look.
                }
            }
        }

        @Override
        public void close() {
            try (atExit) {
                delete(archive);
            } catch (IOException e) {
                throw new BackupFileException("what was written of it to " + archive + " can not be deleted", e);
            }
        }

        private static void delete(Path file) throws IOException {
            if (Files.isDirectory(file)) {
                try (Stream<Path> children = Files.list(file)) {
                    for (Path child : children.toList()) {
                        delete(child);
                    }
                }
            }
            Files.deleteIfExists(file);
        }
    }
}
