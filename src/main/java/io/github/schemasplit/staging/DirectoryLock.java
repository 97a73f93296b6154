package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to use a directory alone, among processes and threads. It ends with the process at the latest. */
final class DirectoryLock implements AutoCloseable {
    static final String FILE = "lock";

    private static final long POLL_MILLIS = 50;

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock of {@code directory}, which is made if need be; empty when another holds it. */
    static Optional<DirectoryLock> tryLock(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new DirectoryLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this process holds it
        }
        channel.close();
        return Optional.empty();
    }

    /** The lock of {@code directory}, waited for as long as it takes. */
    static DirectoryLock lock(Path directory) throws IOException {
        for (; ; ) {
            Optional<DirectoryLock> lock = tryLock(directory);
            if (lock.isPresent()) {
                return lock.get();
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for " + directory.resolve(FILE), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
