package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Data that stays between builds. A file beside it says which PostgreSQL it is of and, once it is complete, from what it was
 * made; data without that was begun and never finished, and is begun anew.
 */
final class KeptDirectory implements DataDirectory {
    private static final String MARKER = "schema-embedded.properties";
    private static final String MAJOR = "major";
    private static final String LOADED = "loaded";

    private final Path root;
    private final int major;
    private final DirectoryLock lock;
    private Optional<InitFingerprint> loaded;

    private KeptDirectory(Path root, int major, DirectoryLock lock, Optional<InitFingerprint> loaded) {
        this.root = root;
        this.major = major;
        this.lock = lock;
        this.loaded = loaded;
    }

    /**
     * The directory {@code root}, for data of PostgreSQL {@code major}.
     *
     * @throws EmbeddedDatabaseException when it is in use, of another major, or holds something else
     */
    static KeptDirectory open(Path root, int major) throws IOException {
        refuseForeign(root);
        DirectoryLock lock = DirectoryLock.tryLock(root)
                .orElseThrow(() -> refusal(root, "is in use by another build: wait for it, or name another directory"));
        try {
            return open(root, major, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static KeptDirectory open(Path root, int major, DirectoryLock lock) throws IOException {
        Properties marker = readMarker(root);
        Optional<InitFingerprint> loaded =
                Optional.ofNullable(marker.getProperty(LOADED)).map(InitFingerprint::new);
        String found = marker.getProperty(MAJOR, "");
        if (loaded.isPresent() && !found.equals(String.valueOf(major))) {
            throw refusal(
                    root,
                    "holds data of PostgreSQL " + found + ", not " + major + ": set schema.url=embedded:" + found
                            + ", name another directory, or delete it to begin anew");
        }
        KeptDirectory directory = new KeptDirectory(root, major, lock, loaded);
        if (loaded.isEmpty()) {
            Postmaster.killLeftovers(directory.data());
            Directories.delete(directory.data());
            directory.writeMarker();
        } else {
            refuseRunning(root);
        }
        return directory;
    }

    private static void refuseRunning(Path root) throws IOException {
        Optional<Postmaster> running = Postmaster.on(data(root));
        if (running.isPresent()) {
            throw refusal(
                    root,
                    "is in use by a running PostgreSQL, process "
                            + running.get().pid() + ": stop that process, or name another directory");
        }
    }

    /** Somebody else's files are never touched. */
    private static void refuseForeign(Path root) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw refusal(root, "is a file: name a directory");
        }
        List<String> names = Directories.children(root).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> !name.equals(DirectoryLock.FILE))
                .toList();
        if (!names.isEmpty() && !names.contains(MARKER)) {
            throw refusal(root, "holds files that are not of an embedded database: name a new or empty directory");
        }
    }

    private static EmbeddedDatabaseException refusal(Path root, String why) {
        return new EmbeddedDatabaseException("schema.embedded.directory " + root + " " + why);
    }

    private static Path data(Path root) {
        return root.resolve("data");
    }

    private static Properties readMarker(Path root) throws IOException {
        Properties marker = new Properties();
        if (Files.exists(root.resolve(MARKER))) {
            try (var reader = Files.newBufferedReader(root.resolve(MARKER), StandardCharsets.UTF_8)) {
                marker.load(reader);
            }
        }
        return marker;
    }

    private void writeMarker() throws IOException {
        String text = "# The state of an embedded database. Delete the directory to begin anew.\n" + MAJOR + "=" + major
                + "\n"
                + loaded.map(scripts -> LOADED + "=" + scripts.value() + "\n").orElse("");
        Path draft = root.resolve(MARKER + ".new");
        Files.writeString(draft, text);
        Files.move(draft, root.resolve(MARKER), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Path data() {
        return data(root);
    }

    @Override
    public boolean isLoaded() {
        return loaded.isPresent();
    }

    @Override
    public boolean isLoadedFromOther(InitFingerprint scripts) {
        return loaded.isPresent() && !loaded.get().equals(scripts);
    }

    @Override
    public void markLoaded(InitFingerprint scripts) throws IOException {
        loaded = Optional.of(scripts);
        writeMarker();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
