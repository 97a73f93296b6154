package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.testing.OwnSessions;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    @PostgresTest
    void theOneThatWasBegunIsGivenOnce(TestDatabase database) throws SQLException {
        Connections connections = to(database.url());
        connections.begin();
        OwnSessions.await(database, 1);
        try (Connection first = connections.open()) {
            assertThat(first.getAutoCommit()).isTrue();
            assertThat(OwnSessions.count(database)).isEqualTo(1);
            try (Connection second = connections.open()) {
                assertThat(second).isNotSameAs(first);
                assertThat(OwnSessions.count(database)).isEqualTo(2);
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
        OwnSessions.await(database, 1);
        connections.close();
        OwnSessions.await(database, 0);
        connections.begin();
        // At once, while it is being opened.
        connections.close();
        try (Connection ours = connections.open()) {
            assertThat(ours.isValid(1)).isTrue();
            OwnSessions.await(database, 1);
        }
        OwnSessions.await(database, 0);
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
}
