package io.github.schemasplit.window;

import java.time.Instant;
import java.util.Optional;

/**
 * A time that comes once.
 *
 * @param opening which
 */
record OnceRule(Opening opening) implements WindowRule {
    @Override
    public Optional<Opening> firstNotOver(Instant time) {
        return time.isBefore(opening.end()) ? Optional.of(opening) : Optional.empty();
    }

    @Override
    public Optional<Opening> lastOver(Instant time) {
        return time.isBefore(opening.end()) ? Optional.empty() : Optional.of(opening);
    }
}
