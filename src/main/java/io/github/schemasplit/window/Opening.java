package io.github.schemasplit.window;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time that the window is open for.
 *
 * @param start its first moment
 * @param end the first moment after it
 * @param zone the time zone to tell it in
 */
public record Opening(Instant start, Instant end, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public Opening {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("it ends before it begins");
        }
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    /** Such as {@code from 2026-12-05 22:00 to 2026-12-06 04:00 Europe/Berlin}. */
    public String text() {
        return "from " + text(start) + " to " + text(end) + " " + zone;
    }

    /** Its beginning, such as {@code 2026-12-05 22:00 Europe/Berlin}. */
    public String startText() {
        return text(start) + " " + zone;
    }

    /** Its end, such as {@code 2026-12-06 04:00 Europe/Berlin}. */
    public String endText() {
        return text(end) + " " + zone;
    }

    private String text(Instant time) {
        return MINUTE.format(time.atZone(zone));
    }
}
