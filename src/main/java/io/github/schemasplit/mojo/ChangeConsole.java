package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.Blocker;
import io.github.schemasplit.jdbc.Shut;
import io.github.schemasplit.usecase.Applied;
import io.github.schemasplit.usecase.ChangeListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Tells on the console how a change makes its way. */
final class ChangeConsole implements ChangeListener {
    private static final int LONGEST = 3;

    private final Log log;
    private int batches;

    ChangeConsole(Log log) {
        this.log = log;
    }

    @Override
    public void waiting(String holder) {
        log.info("Waiting for another run to end: " + holder);
    }

    @Override
    public void busy(int attempt, String reason, Duration pause) {
        log.info("Attempt " + attempt + ": " + reason + ". Nothing was changed; again in " + time(pause) + ".");
    }

    @Override
    public void changed() {
        log.info("Others changed the database's schema meanwhile: planning again.");
    }

    @Override
    public void connectionLost() {
        log.warn(
                "The connection was lost before the server's answer. Looking up in the journal whether the change was made.");
    }

    @Override
    public void batch(long objects, long remaining) {
        batches++;
        log.info("Batch " + batches + ": moved " + objects + " objects, " + remaining + " left.");
    }

    @Override
    public void blocked(List<Blocker> blockers, List<Blocker> ended) {
        for (Blocker blocker : blockers) {
            log.warn("In the way: " + blocker + ". "
                    + (ended.contains(blocker)
                            ? "Its session was ended."
                            : "To be done about it: " + blocker.kind().remedy() + "."));
        }
    }

    /** Prints what it took, and what others did meanwhile. */
    void print(Applied applied) {
        if (!applied.shut().isEmpty()) {
            List<Shut> longest = applied.shut().stream()
                    .sorted(Comparator.comparing(Shut::time).reversed())
                    .limit(LONGEST)
                    .toList();
            log.info("Attempts: " + applied.attempts() + "; relations were shut for "
                    + time(longest.get(0).time()) + " at most ("
                    + longest.stream()
                            .map(s -> s.relation() + " " + time(s.time()))
                            .collect(Collectors.joining(", "))
                    + ").");
        }
        applied.doubts().forEach(d -> log.warn(d.subject() + ": " + d.message()));
    }

    private static String time(Duration time) {
        return time.toMillis() < 10_000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }
}
