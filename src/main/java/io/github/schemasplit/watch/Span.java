package io.github.schemasplit.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time in which something was counted.
 *
 * @param from its beginning; empty where the server does not tell since when it counts
 * @param to its end
 */
public record Span(Optional<Instant> from, Instant to) {
    /** How long it is; empty where its beginning is not known, or it has no length. */
    public Optional<Duration> length() {
        return from.map(start -> Duration.between(start, to))
                .filter(length -> !length.isNegative() && !length.isZero());
    }
}
