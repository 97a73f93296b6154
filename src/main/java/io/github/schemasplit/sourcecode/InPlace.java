package io.github.schemasplit.sourcecode;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayDeque;
import java.util.Arrays;
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
    void write(List<ChangedFile> files) throws IOException {
        for (ChangedFile file : files) {
            check(file);
        }
        Deque<ChangedFile> written = new ArrayDeque<>();
        try {
            for (ChangedFile file : files) {
                written.push(file);
                replace(root.resolve(file.path()), file.after());
            }
        } catch (IOException e) {
            for (ChangedFile file : written) {
                takeBack(file, e);
            }
            throw e;
        }
    }

    private void check(ChangedFile file) throws IOException {
        Path path = root.resolve(file.path());
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        // Root may write any file; that its owner may not is what its owner wanted.
        boolean kept = posix != null && !posix.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE);
        if (kept || !Files.isWritable(path)) {
            throw new IOException(file.path() + " is read-only");
        }
        if (!Arrays.equals(Files.readAllBytes(path), file.before())) {
            throw new IOException(file.path() + " was changed meanwhile");
        }
    }

    private void takeBack(ChangedFile file, IOException cause) {
        Path path = root.resolve(file.path());
        try {
            if (!Arrays.equals(Files.readAllBytes(path), file.before())) {
                replace(path, file.before());
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Writes a file whole or not at all, with the permissions it has. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path unfinished =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.write(unfinished, bytes);
            PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (posix != null) {
                Files.setPosixFilePermissions(unfinished, posix.readAttributes().permissions());
            }
            try {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
