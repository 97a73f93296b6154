package io.github.schemasplit.usecase;

import io.github.schemasplit.window.ChangeWindow;
import io.github.schemasplit.window.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** When a change may be made: within the window that the user set, by the clock of the machine that the goal runs on. */
public final class OpeningHours {
    /** At any time. */
    public static final OpeningHours ALWAYS = new OpeningHours(Optional.empty(), InstantSource.system());

    private final Optional<ChangeWindow> window;
    private final InstantSource clock;

    private OpeningHours(Optional<ChangeWindow> window, InstantSource clock) {
        this.window = window;
        this.clock = clock;
    }

    /** The times of a window. */
    public static OpeningHours of(ChangeWindow window, InstantSource clock) {
        return new OpeningHours(Optional.of(window), clock);
    }

    /**
     * Refuses to begin outside of the window.
     *
     * @throws GoalStoppedException when it is not open; the message says when it is
     */
    public void requireOpen() {
        Optional<ChangeWindow> closed = closed(Duration.ZERO);
        if (closed.isPresent()) {
            throw new GoalStoppedException("It is " + now(closed.get()) + ", and schema.window (" + closed.get()
                    + ") is not open. Nothing was changed. " + next(closed.get())
                    + " To change the database at any other time, say -Dschema.window=always.");
        }
    }

    /**
     * Refuses to go on where the window ends before that.
     *
     * @param later after which time it is to go on
     * @param attempts how often it was tried
     * @throws GoalStoppedException when it is not open then
     */
    void requireOpenStill(Duration later, int attempts) {
        Optional<ChangeWindow> closed = closed(later);
        if (closed.isPresent()) {
            throw new GoalStoppedException("No attempt begins after the end of schema.window"
                    + closed.get()
                            .at(clock.instant())
                            .or(() -> closed.get().last(clock.instant()))
                            .map(o -> ", " + o.endText())
                            .orElse("")
                    + ". Nothing was changed" + (attempts == 0 ? "" : ", after " + Lengths.attempts(attempts)) + ". "
                    + next(closed.get()));
        }
    }

    private Optional<ChangeWindow> closed(Duration later) {
        // Most goals have none, and load nothing of it.
        return window.isPresent()
                        && window.get().at(clock.instant().plus(later)).isEmpty()
                ? window
                : Optional.empty();
    }

    private String now(ChangeWindow window) {
        Instant now = clock.instant();
        return window.next(now)
                .or(() -> window.last(now))
                .map(o -> new Opening(now, now.plusSeconds(1), o.zone()).startText())
                .orElse(now.toString());
    }

    private String next(ChangeWindow window) {
        Instant now = clock.instant();
        Optional<Opening> next = window.next(now);
        return next.isPresent()
                ? "It opens next " + next.get().text() + ", in "
                        + Lengths.rough(Duration.between(now, next.get().start())) + ": run the goal again then."
                : window.last(now)
                                .map(o -> "It was over at " + o.endText() + ", and")
                                .orElse("And") + " does not open again: set another one.";
    }
}
