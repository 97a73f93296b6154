package io.github.schemasplit.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a list of init scripts holds, in short.
 *
 * @param value equal for equal names and contents in equal order
 */
record InitFingerprint(String value) {
    static InitFingerprint of(List<Path> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path script : scripts) {
                add(digest, String.valueOf(script.getFileName()).getBytes(StandardCharsets.UTF_8));
                add(digest, content(script));
            }
            return new InitFingerprint(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static byte[] content(Path script) {
        try {
            return Files.readAllBytes(script);
        } catch (IOException e) {
            throw InitScriptException.unreadable(script, e);
        }
    }
}
