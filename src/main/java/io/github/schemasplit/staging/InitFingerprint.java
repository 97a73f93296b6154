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
import java.util.Optional;

/**
 * What fills a database, in short.
 *
 * @param value equal for the same preset, and equal names and contents of init scripts in equal order
 */
record InitFingerprint(String value) {
    static InitFingerprint of(Optional<InitPreset> preset, List<Path> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String script : preset.map(InitPreset::scripts).orElse(List.of())) {
                // With a slash, which is in no file's name.
                add(digest, script.getBytes(StandardCharsets.UTF_8));
                add(digest, InitPreset.content(script));
            }
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
