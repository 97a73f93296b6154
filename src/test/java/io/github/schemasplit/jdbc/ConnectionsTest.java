package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @PostgresTest
    void theOneThatWasBegunIsGivenOnce(TestDatabase database) throws SQLException {
        Connections connections = to(database.url());
        connections.begin();
        awaitSessions(database, 1);
        try (Connection first = connections.open()) {
            assertThat(first.getAutoCommit()).isTrue();
            assertThat(sessions(database)).isEqualTo(1);
            try (Connection second = connections.open()) {
                assertThat(second).isNotSameAs(first);
                assertThat(sessions(database)).isEqualTo(2);
            }
            connections.close();
            assertThat(first.isValid(1))
                    .as("what was given is left to whoever has it")
                    .isTrue();
        }
    }

    @PostgresTest
    void theOneThatNobodyAskedForIsClosed(TestDatabase database) throws SQLException {
        Connections connections = to(database.url());
        connections.begin();
        awaitSessions(database, 1);
        connections.close();
        awaitSessions(database, 0);
        connections.begin();
        // At once, while it is being opened.
        connections.close();
        try (Connection ours = connections.open()) {
            assertThat(ours.isValid(1)).isTrue();
            awaitSessions(database, 1);
        }
        awaitSessions(database, 0);
    }

    @Test
    void whatGoesWrongIsToldToWhoeverAsks() {
        Connections connections = to("jdbc:postgresql://localhost:1/nothing?user=nobody");
        connections.begin();
        assertThatThrownBy(connections::open)
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("localhost:1");
        connections.begin();
        connections.close();
    }

    private static Connections to(String url) {
        return new Connections(ConnectionSettings.of(
                Optional.of(new DatabaseUrl(url)), Optional.of("postgres"), Optional.empty(), Map.of()));
    }

    private static void awaitSessions(TestDatabase database, long count) {
        long end = System.nanoTime() + LONG.toNanos();
        while (sessions(database) != count) {
            assertThat(System.nanoTime()).as("sessions become %s", count).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static long sessions(TestDatabase database) {
        return Long.parseLong(database.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name = '" + Connector.APPLICATION_NAME + "'")
                .get(0));
    }
}
