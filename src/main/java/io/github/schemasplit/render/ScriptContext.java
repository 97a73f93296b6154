package io.github.schemasplit.render;

import java.time.Duration;
import java.util.List;

/**
 * What a script says and sets besides its plan.
 *
 * @param database the name of the database that it was made for
 * @param serverVersion {@code server_version} of its server
 * @param settings what its transaction sets besides, each as {@code name = value}
 * @param lockTimeout how long a statement waits for a lock, at least a millisecond
 */
public record ScriptContext(String database, String serverVersion, List<String> settings, Duration lockTimeout) {
    public ScriptContext {
        settings = List.copyOf(settings);
        // For the server, 0 means to wait without end.
        if (lockTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("the lock timeout must be at least 1 ms: " + lockTimeout);
        }
    }
}
