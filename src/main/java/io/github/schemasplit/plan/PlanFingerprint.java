package io.github.schemasplit.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a plan does, as a hash: of its statements in order and of the identities of the objects that it moves, and of the routines,
 * jobs and tables' row security that it changes, with what they are before. Its reasons are not in it.
 *
 * @param sha256 64 hexadecimal digits
 */
public record PlanFingerprint(String sha256) {
    public static PlanFingerprint of(Plan plan) {
        MessageDigest digest = sha256Digest();
        for (Operation operation : plan.operations()) {
            // NUL ends a part: neither a statement nor an identity can hold one.
            digest.update((operation.statement().sql() + '\0').getBytes(StandardCharsets.UTF_8));
            digest.update((identity(operation) + '\0').getBytes(StandardCharsets.UTF_8));
        }
        return new PlanFingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static String identity(Operation operation) {
        if (operation instanceof AlterSetSchema move) {
            return move.object().catalog() + ":" + move.object().oid();
        }
        if (operation instanceof AlterJob job) {
            return "cron.job:" + job.job() + ":" + job.before();
        }
        if (operation instanceof PolicyOperation own) {
            return own.relation().catalog() + ":" + own.relation().oid() + ":" + sha256(own.before());
        }
        return operation instanceof RoutineOperation own
                ? own.routine().catalog() + ":" + own.routine().oid() + ":" + own.before()
                : "";
    }

    /** The SHA-256 of bytes: 64 hexadecimal digits. */
    public static String hexOf(byte[] bytes) {
        return HexFormat.of().formatHex(sha256Digest().digest(bytes));
    }

    /** Of a text in UTF-8: 64 hexadecimal digits. */
    static String sha256(String text) {
        return hexOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
