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

    /** Such as {@code 12 min}, {@code 3 h} or {@code 4 d}, with the next smaller unit where that is not nothing. */
    static String rough(Duration time) {
        long minutes = Math.max(1, time.toMinutes() + (time.toSecondsPart() > 0 ? 1 : 0));
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? hours + " h" + rest(minutes % 60, " min") : hours / 24 + " d" + rest(hours % 24, " h");
    }

    private static String rest(long number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }

    /** Such as {@code 1 attempt}. */
    static String attempts(int number) {
        return number + (number == 1 ? " attempt" : " attempts");
    }
}
