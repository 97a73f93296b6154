package io.github.schemasplit.report;

import java.time.Duration;

/** Figures as people read them. */
final class Figures {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

    private Figures() {}

    /** A count, such as {@code 1,234}. */
    static String count(long count) {
        // By hand, as all of this class: a format loads the JDK's locale data, which takes longer than the rest of the
        // report.
        StringBuilder digits = new StringBuilder(Long.toString(count));
        int first = count < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    /** A number with its noun, such as {@code 1 table} or {@code 2 tables}. */
    static String counted(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A size in the server's units of 1,024, such as {@code 1.2 MB}. */
    static String bytes(long bytes) {
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        return (size < 10 && unit > 0 ? tenths(Math.round(size * 10)) : Long.toString(Math.round(size))) + " "
                + UNITS[unit];
    }

    /** How long something took, such as {@code 9,999 ms} or {@code 10.0 s}. */
    static String time(Duration time) {
        long milliseconds = time.toMillis();
        return milliseconds < 10_000 ? count(milliseconds) + " ms" : tenths(milliseconds / 100) + " s";
    }

    private static String tenths(long tenths) {
        return tenths / 10 + "." + tenths % 10;
    }
}
