package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Data that goes when the database is closed; what a killed build left behind goes at the next start. */
final class DisposableDirectory implements DataDirectory {
    private static final String PREFIX = "disposable-";

    private final Path root;
    private final DirectoryLock lock;

    private DisposableDirectory(Path root, DirectoryLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** A new directory in {@code workDirectory}, which the caller has locked. */
    static DisposableDirectory create(Path workDirectory) throws IOException {
        for (Path child : Directories.children(workDirectory)) {
            if (String.valueOf(child.getFileName()).startsWith(PREFIX)) {
                removeUnused(child);
            }
        }
        Path root = Files.createTempDirectory(workDirectory, PREFIX);
        return new DisposableDirectory(root, DirectoryLock.lock(root));
    }

    private static void removeUnused(Path directory) throws IOException {
        Optional<DirectoryLock> lock = DirectoryLock.tryLock(directory);
        if (lock.isPresent()) {
            Postmaster.killLeftovers(data(directory));
            lock.get().close();
            Directories.delete(directory);
        }
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    @Override
    public Path data() {
        return data(root);
    }

    @Override
    public boolean isLoaded() {
        return false;
    }

    @Override
    public boolean isLoadedFromOther(InitFingerprint scripts) {
        return false;
    }

    @Override
    public void markLoaded(InitFingerprint scripts) {
        // it is never used again
    }

    @Override
    public void close() throws IOException {
        lock.close();
        Directories.delete(root);
    }
}
