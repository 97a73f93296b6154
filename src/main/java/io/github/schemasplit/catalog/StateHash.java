package io.github.schemasplit.catalog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Hashes states, one after the other: to look for the algorithm takes longer than to hash a state. */
final class StateHash {
    /** Bytes of each hash that are kept: no two states meet by chance. */
    private static final int BYTES = 16;

    private final MessageDigest digest;

    StateHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of each text with its length, so that no two lists of texts run into the same bytes. */
    String of(List<String> texts) {
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // One call, since each that is not yet compiled takes longer than to hash some bytes.
            digest.update(ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(bytes.length)
                    .put(bytes)
                    .array());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
