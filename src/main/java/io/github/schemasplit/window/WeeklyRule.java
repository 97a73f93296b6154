package io.github.schemasplit.window;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A time of day that comes each week.
 *
 * @param days those on which it begins
 * @param start its beginning
 * @param end its end, on the next day unless it is later than the beginning; midnight is the end of a day
 * @param zone whose clocks count
 */
record WeeklyRule(Set<DayOfWeek> days, LocalTime start, LocalTime end, ZoneId zone) implements WindowRule {
    /** Two weeks, since clocks that are set forward can skip one opening. */
    private static final int FAR = 15;

    WeeklyRule {
        days = Set.copyOf(days);
    }

    @Override
    public Optional<Opening> firstNotOver(Instant time) {
        LocalDate today = today(time);
        for (int day = -2; day < FAR; day++) {
            Optional<Opening> opening = beginningOn(today.plusDays(day)).filter(o -> time.isBefore(o.end()));
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Opening> lastOver(Instant time) {
        LocalDate today = today(time);
        for (int day = 0; day < FAR; day++) {
            Optional<Opening> opening = beginningOn(today.minusDays(day)).filter(o -> !time.isBefore(o.end()));
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    private LocalDate today(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    private Optional<Opening> beginningOn(LocalDate day) {
        return days.contains(day.getDayOfWeek())
                ? WindowRule.between(day.atTime(start), (end.isAfter(start) ? day : day.plusDays(1)).atTime(end), zone)
                : Optional.empty();
    }
}
