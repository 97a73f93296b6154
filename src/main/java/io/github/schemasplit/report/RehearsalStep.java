package io.github.schemasplit.report;

import java.time.Duration;

/**
 * One thing that a rehearsal did.
 *
 * @param name what, such as {@code migrate}
 * @param outcome how it ended
 * @param took how long it took
 * @param detail what came of it, as a sentence without its full stop
 */
public record RehearsalStep(String name, Outcome outcome, Duration took, String detail) {
    /** How a step ends. */
    public enum Outcome {
        DONE,
        FAILED,
        /** It says what would have to be done first; that is no fault of the migration. */
        REFUSED,
        /** A step before it failed, or the machine lacks what it needs. */
        SKIPPED
    }
}
