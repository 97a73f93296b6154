package io.github.schemasplit.bench;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.usecase.BlockerPolicy;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Workplace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a benchmark has the goals work, and how long they try. */
final class BenchWorkplace {
    /** No limit ends an attempt early: what is measured is one that goes through. */
    static final Persistence PATIENT = new Persistence(
            new Timeouts(Duration.ofSeconds(1), Duration.ofMinutes(5)), 1, Duration.ofMinutes(5), BlockerPolicy.WAIT);

    private BenchWorkplace() {}

    /** On a database that can be thrown away, with what they write in a directory. */
    static Workplace of(String url, Path directory) {
        return new Workplace(
                ConnectionSettings.of(Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), Map.of()),
                true,
                Journal.DEFAULT_SCHEMA,
                directory,
                "bench");
    }
}
