package io.github.schemasplit.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The size and the SHA-256 of an archive; of a directory, over its files with their names, sorted.
 *
 * @param bytes its size
 * @param sha256 the checksum
 */
public record Checksum(long bytes, String sha256) {
    private static final int BUFFER = 1 << 16;

    /**
     * @param archive a file, or a directory of files
     * @throws IOException when it can not be read
     */
    public static Checksum of(Path archive) throws IOException {
        MessageDigest digest = newDigest();
        long bytes = 0;
        for (Path file : files(archive)) {
            if (!file.equals(archive)) {
                digest.update((file.getFileName() + "\n" + Files.size(file) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            bytes += add(digest, file);
        }
        return new Checksum(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static long add(MessageDigest digest, Path file) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return bytes;
    }

    private static List<Path> files(Path archive) throws IOException {
        if (!Files.isDirectory(archive)) {
            return List.of(archive);
        }
        try (Stream<Path> files = Files.list(archive)) {
            return files.sorted().toList();
        }
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
