package io.github.schemasplit.window;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a window. A time that comes once is an interval of ISO 8601, of moments that its offsets or its zone leave no doubt of; one that comes each week has its days, as {@code Sat,Sun}
 * or {@code Mon-Fri}, or none for every day, and two times of day.
 */
final class WindowParser {
    private static final Pattern ONCE = Pattern.compile("([^/\\s]+)/([^/\\s]+)(?:\\s+(\\S+))?");
    private static final Pattern WEEKLY =
            Pattern.compile("(?:([A-Za-z,\\-]+)\\s+)?(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)(?:\\s+(\\S+))?");
    private static final Pattern OFFSET = Pattern.compile("(?:Z|[+-]\\d\\d(?::?\\d\\d)?)$");

    private final Optional<ZoneId> otherwise;

    private WindowParser(Optional<ZoneId> otherwise) {
        this.otherwise = otherwise;
    }

    static ChangeWindow parse(String text) {
        String[] parts = text.strip().split("\\s*;\\s*", -1);
        // What one part does not say of its zone, the last one says for all.
        WindowParser parser = new WindowParser(zoneOf(parts[parts.length - 1]));
        List<WindowRule> rules = new ArrayList<>();
        for (String part : parts) {
            rules.add(parser.rule(part.strip()));
        }
        return new ChangeWindow(text.strip(), rules);
    }

    private static Optional<ZoneId> zoneOf(String part) {
        for (Pattern pattern : List.of(ONCE, WEEKLY)) {
            Matcher matcher = pattern.matcher(part.strip());
            String zone = matcher.matches() ? matcher.group(matcher.groupCount()) : null;
            if (zone != null) {
                return Optional.of(zone(zone));
            }
        }
        return Optional.empty();
    }

    private WindowRule rule(String part) {
        Matcher once = ONCE.matcher(part);
        if (once.matches()) {
            return once(part, once.group(1), once.group(2), Optional.ofNullable(once.group(3)));
        }
        Matcher weekly = WEEKLY.matcher(part);
        if (weekly.matches()) {
            return weekly(part, weekly);
        }
        throw new WindowException("'" + part + "' is neither a time that comes once nor one that comes each week");
    }

    private WindowRule once(String part, String start, String end, Optional<String> zoneName) {
        boolean lasts = end.startsWith("P");
        boolean fixed = hasOffset(start) && (lasts || hasOffset(end));
        if (fixed && zoneName.isPresent()) {
            throw new WindowException("'" + part + "' has both an offset and a time zone");
        }
        try {
            ZoneId zone = fixed ? OffsetDateTime.parse(start).getOffset() : zone(part, zoneName);
            Instant from = moment(part, start, zone);
            Instant to = lasts ? from.plus(Duration.parse(end)) : moment(part, end, zone);
            if (!from.isBefore(to)) {
                throw new WindowException("'" + part + "' ends before it begins");
            }
            return new OnceRule(new Opening(from, to, zone));
        } catch (DateTimeException e) {
            throw new WindowException("'" + part + "' has a date or a time that is none");
        }
    }

    private static boolean hasOffset(String time) {
        return time.contains("T") && OFFSET.matcher(time).find();
    }

    /** Who writes one night's times is to know what they are, also on that on which clocks are set. */
    private static Instant moment(String part, String text, ZoneId zone) {
        if (hasOffset(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        LocalDateTime local = LocalDateTime.parse(text);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() == 1) {
            return local.toInstant(offsets.get(0));
        }
        ZoneOffsetTransition set = zone.getRules().getTransition(local);
        throw new WindowException("'" + part + "' has " + text + ", which the clocks of " + zone
                + (offsets.isEmpty() ? " skip: write a time that they show, or" : " show twice: write")
                + " that one with its offset, " + text + set.getOffsetBefore() + " or " + text + set.getOffsetAfter());
    }

    private WindowRule weekly(String part, Matcher matcher) {
        LocalTime start = time(part, matcher.group(2));
        LocalTime end = time(part, matcher.group(3));
        boolean wholeDay = matcher.group(2).equals("00:00") && matcher.group(3).equals("24:00");
        if (start.equals(end) && !wholeDay) {
            throw new WindowException("'" + part + "' ends when it begins; a whole day is 00:00-24:00");
        }
        if (matcher.group(2).equals("24:00")) {
            throw new WindowException("'" + part + "' begins at 24:00, which is 00:00 of the next day");
        }
        String days = matcher.group(1);
        return new WeeklyRule(
                days == null || days.equalsIgnoreCase("daily") ? EnumSet.allOf(DayOfWeek.class) : days(part, days),
                start,
                end,
                zone(part, Optional.ofNullable(matcher.group(4))));
    }

    private static LocalTime time(String part, String text) {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new WindowException("'" + part + "' has a time of day that is none, " + text);
        }
    }

    private static Set<DayOfWeek> days(String part, String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String range : text.split(",", -1)) {
            String[] ends = range.split("-", -1);
            if (ends.length > 2) {
                throw noDay(part, range);
            }
            DayOfWeek first = day(part, ends[0]);
            DayOfWeek last = day(part, ends[ends.length - 1]);
            for (DayOfWeek day = first; ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String part, String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.equalsIgnoreCase(day.name())
                    || text.equalsIgnoreCase(day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))) {
                return day;
            }
        }
        throw noDay(part, text);
    }

    private static WindowException noDay(String part, String text) {
        return new WindowException("'" + part + "' has a day that is none, '" + text + "'");
    }

    private ZoneId zone(String part, Optional<String> name) {
        return name.map(WindowParser::zone)
                .or(() -> otherwise)
                .orElseThrow(() -> new WindowException("'" + part + "' lacks its time zone"));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new WindowException("there is no time zone '" + name + "'");
        }
    }
}
