package io.github.schemasplit.window;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/** One of the times of a window. */
sealed interface WindowRule permits OnceRule, WeeklyRule {
    /** The first opening that is not over at a time. */
    Optional<Opening> firstNotOver(Instant time);

    /** The last opening that is over at a time. */
    Optional<Opening> lastOver(Instant time);

    /**
     * What clocks of a zone show between two times, where they are set forward or back too: a time that they skip stands for the
     * moment at which they do, and of one that they show twice an opening begins with the second and ends with the first, so that it is
     * never open when they show something else.
     *
     * @return empty when the clocks skip all of it
     */
    static Optional<Opening> between(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        Instant first = moment(start, zone, true);
        Instant last = moment(end, zone, false);
        if (!first.isBefore(last)) {
            // Both within the hour that comes twice: once is enough.
            first = moment(start, zone, false);
        }
        return first.isBefore(last) ? Optional.of(new Opening(first, last, zone)) : Optional.empty();
    }

    private static Instant moment(LocalDateTime local, ZoneId zone, boolean later) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(local);
            return gap.getInstant();
        }
        return local.toInstant(offsets.get(later ? offsets.size() - 1 : 0));
    }
}
