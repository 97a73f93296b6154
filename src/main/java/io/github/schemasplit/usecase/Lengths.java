package io.github.schemasplit.usecase;

import java.time.Duration;

/** Lengths of time as people read them. */
public final class Lengths {
    private Lengths() {}

    /** Such as {@code 203 ms} or, from ten seconds on, {@code 12.3 s}. */
    public static String text(Duration time) {
        long milliseconds = time.toMillis();
        // By hand: a format loads the JDK's locale data, which takes longer than the rest of a goal's output.
        return milliseconds < 10_000
                ? milliseconds + " ms"
                : milliseconds / 1000 + "." + milliseconds % 1000 / 100 + " s";
    }
}
