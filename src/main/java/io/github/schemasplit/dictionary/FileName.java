package io.github.schemasplit.dictionary;

import io.github.schemasplit.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of files and anchors for whatever the database calls something. A plain name is taken as it is; of others what is plain is kept,
 * with a hash, so that two are the same on no file system.
 */
final class FileName {
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    /** What devices are called on Windows, and the pages that lead to the others. */
    private static final Pattern TAKEN = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]|readme|" + Page.INDEX);

    private static final int KEPT = 40;
    private static final int HASH_BYTES = 6;

    private FileName() {}

    static String of(Identifier name) {
        return of(name.value());
    }

    private static String of(String name) {
        if (PLAIN.matcher(name).matches() && !TAKEN.matcher(name).matches()) {
            return name;
        }
        String kept = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        return "x-" + kept.substring(0, Math.min(KEPT, kept.length())) + "-" + hash(name);
    }

    /** An anchor of something that is called so; several kinds may share a name. */
    static String anchor(String kind, String name) {
        return kind + "-" + of(name);
    }

    private static String hash(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
