package io.github.schemasplit.render;

import io.github.schemasplit.hazard.Hazard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script says and sets besides its plan.
 *
 * @param database the name of the database that it was made for
 * @param serverVersion {@code server_version} of its server
 * @param settings what its transaction sets besides, each as {@code name = value}
 * @param hazards what risks it has, which its head tells
 * @param lockTimeout how long a statement waits for a lock, at least a millisecond
 */
public record ScriptContext(
        String database, String serverVersion, List<String> settings, List<Hazard> hazards, Duration lockTimeout) {
    public ScriptContext {
        settings = List.copyOf(settings);
        hazards = List.copyOf(hazards);
        // For the server, 0 means to wait without end.
        if (lockTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("the lock timeout must be at least 1 ms: " + lockTimeout);
        }
    }

    /** The lines of a head that tell of the hazards; none where there are none. */
    List<String> warnings() {
        List<String> lines = new ArrayList<>();
        if (!hazards.isEmpty()) {
            lines.add("");
            lines.add("Hazards of running it:");
        }
        for (Hazard hazard : hazards) {
            lines.add("    " + hazard.headline());
            lines.add("        " + hazard.explanation());
        }
        return lines;
    }
}
