package io.github.schemasplit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.jdbc.Connector;
import java.time.Duration;

/** The sessions that this plugin has in a database. */
public final class OwnSessions {
    private static final Duration LONG = Duration.ofMinutes(1);

    private OwnSessions() {}

    /** How many there are. */
    public static long count(TestDatabase database) {
        return Long.parseLong(database.query("SELECT count(*)" + from()).get(0));
    }

    /** Ends them, and says how many there were. */
    public static long end(TestDatabase database) {
        return database.query("SELECT pg_terminate_backend(pid)" + from()).size();
    }

    /** Waits until there are so many, since a server ends a session a moment after its client: a minute at most. */
    public static void await(TestDatabase database, long count) {
        long end = System.nanoTime() + LONG.toNanos();
        while (count(database) != count) {
            assertThat(System.nanoTime()).as("sessions become %s", count).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static String from() {
        return " FROM pg_stat_activity WHERE datname = current_database() AND application_name = '"
                + Connector.APPLICATION_NAME + "'";
    }
}
