package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes changed files, all of them or none: what was written is taken back when one cannot be. */
final class InPlace {
    private final Path root;

    InPlace(Path root) {
        this.root = root;
    }

    /**
     * Writes the files as they are to be.
     *
     * @throws IOException when one is read-only, was changed meanwhile, or cannot be written; all are as they were then, unless its
     *     suppressed exceptions say which are not
     */
    void write(List<ReadSource> files) throws IOException {
        for (ReadSource file : files) {
            check(file);
        }
        Deque<ReadSource> written = new ArrayDeque<>();
        try {
            for (ReadSource file : files) {
                written.push(replace(file));
            }
        } catch (IOException e) {
            for (ReadSource file : written) {
                takeBack(file, e);
            }
            throw e;
        }
    }

    private void check(ReadSource file) throws IOException {
        Path path = root.resolve(file.path());
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        // Root may write any file; that its owner may not is what its owner wanted.
        boolean kept = posix != null && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
        if (kept || !Files.isWritable(path)) {
            throw new IOException(file.path() + " is read-only");
        }
        file.text(root);
    }

    /** What somebody else wrote since is not ours to take back. */
    private void takeBack(ReadSource file, IOException cause) {
        try {
            replace(file);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Writes a file whole or not at all, for as long as it is as it was read, with the owner and the permissions it has.
     *
     * @return what takes that back
     */
    private ReadSource replace(ReadSource file) throws IOException {
        Path path = root.resolve(file.path());
        ChangedFile changed = file.changed(root);
        // Its own name would be too long with more to it, where it is as long as names can be.
        Path unfinished = Files.createTempFile(path.getParent(), "schema", ".part");
        try {
            Files.write(unfinished, changed.after());
            keep(path, unfinished);
            file.text(root);
            try {
                Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
            }
            return file.reversed(changed);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void keep(Path file, Path unfinished) throws IOException {
        PosixFileAttributeView from = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributeView to = Files.getFileAttributeView(unfinished, PosixFileAttributeView.class);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes kept = from.readAttributes();
        PosixFileAttributes made = to.readAttributes();
        if (!made.group().equals(kept.group())) {
            asFarAsAllowed(() -> to.setGroup(kept.group()));
        }
        if (!made.owner().equals(kept.owner())) {
            asFarAsAllowed(() -> to.setOwner(kept.owner()));
        }
        to.setPermissions(kept.permissions());
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Only root may give a file away; who may write a file of another's has it then. */
    private static void asFarAsAllowed(Step step) throws IOException {
        try {
            step.run();
        } catch (FileSystemException e) {
            // It stays with who writes it.
        }
    }
}
