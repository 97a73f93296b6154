package io.github.schemasplit.usecase;

import java.time.Duration;

/** How long a goal waits for others. */
final class Patience {
    /** For another run of this tool on the same database. */
    static final Duration WITH_OTHER_RUNS = Duration.ofMinutes(5);

    private Patience() {}
}
