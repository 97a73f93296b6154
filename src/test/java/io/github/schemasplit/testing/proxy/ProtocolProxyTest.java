package io.github.schemasplit.testing.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

class ProtocolProxyTest {

    @PostgresTest
    void passesStatementsAndBigValuesUnchanged(TestDatabase database) throws SQLException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            for (String mode : List.of("simple", "extended", "extendedForPrepared", "extendedCacheEverything")) {
                assertPassesUnchanged(proxy.url(database.name()) + "&preferQueryMode=" + mode);
            }
        }
    }

    @PostgresTest
    void passesSeveralConnectionsAtOnce(TestDatabase database) {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            Stream<CompletableFuture<Void>> clients = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                        try {
                            assertPassesUnchanged(proxy.url(database.name()));
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .limit(6);
            CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();

            assertThat(proxy.trace()).extracting(Message::connection).contains(1, 2, 3, 4, 5, 6);
        }
    }

    /** Both ways a few megabytes, as one value and as many rows, and an error between. */
    private static void assertPassesUnchanged(String url) throws SQLException {
        String big = "\u00fc\u4e16".repeat(500_000);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                PreparedStatement echo = connection.prepareStatement("SELECT ?::text")) {
            echo.setString(1, big);
            try (ResultSet row = echo.executeQuery()) {
                row.next();
                assertThat(row.getString(1).equals(big)).isTrue();
            }
            assertThatThrownBy(() -> statement.execute("SELECT 1 / 0")).hasMessageContaining("division by zero");
            try (ResultSet rows =
                    statement.executeQuery("SELECT i, md5(i::text) FROM generate_series(1, 50000) AS i")) {
                int count = 0;
                while (rows.next()) {
                    assertThat(rows.getInt(1)).isEqualTo(++count);
                    assertThat(rows.getString(2)).hasSize(32);
                }
                assertThat(count).isEqualTo(50_000);
            }
        }
    }

    @PostgresTest
    void tracesWhatIsSaid(TestDatabase database) throws SQLException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            try (Connection connection =
                            DriverManager.getConnection(proxy.url(database.name()) + "&preferQueryMode=simple");
                    Statement statement = connection.createStatement()) {
                int start = proxy.trace().size();
                statement.execute("SELECT 1; DO 'BEGIN RAISE NOTICE $$so$$; END'");

                assertThat(proxy.trace().stream()
                                .limit(start)
                                .map(m -> m.type())
                                .filter(t -> t != 'S'))
                        .startsWith(Message.ENCRYPTION_REQUEST, Message.ENCRYPTION_REFUSED, Message.STARTUP, 'R')
                        .contains('K', 'Z');
                assertThat(proxy.trace().stream().skip(start).map(ProtocolProxyTest::said))
                        .containsExactly(
                                "1 > Q SELECT 1; DO 'BEGIN RAISE NOTICE $$so$$; END'",
                                "1 < T",
                                "1 < D",
                                "1 < C",
                                "1 < N",
                                "1 < C",
                                "1 < Z");
                assertThat(proxy.trace()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
            }
        }
    }

    @PostgresTest
    void tracesTheSqlOfAParse(TestDatabase database) throws SQLException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server())) {
            try (Connection connection =
                            DriverManager.getConnection(proxy.url(database.name()) + "&prepareThreshold=-1");
                    PreparedStatement statement = connection.prepareStatement("SELECT '\u00fc', ?::int")) {
                int start = proxy.trace().size();
                statement.setInt(1, 7);
                statement.execute();

                assertThat(proxy.trace().stream().skip(start).map(ProtocolProxyTest::said))
                        .contains("1 > P SELECT '\u00fc', $1::int", "1 > S", "1 < D", "1 < Z");
            }
        }
    }

    private static String said(Message message) {
        return message.toString().substring(message.toString().indexOf(' ') + 1);
    }

    @PostgresTest
    void letsACancelThrough(TestDatabase database) throws SQLException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server());
                Connection connection = DriverManager.getConnection(proxy.url(database.name()));
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);

            assertThatThrownBy(() -> statement.execute("SELECT pg_sleep(60)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
            assertThat(proxy.trace()).extracting(Message::type).contains(Message.CANCEL);
        }
    }

    @PostgresTest
    void delaysEachRoundTripButNotWhatIsUnderWay(TestDatabase database) throws SQLException {
        try (ProtocolProxy proxy = ProtocolProxy.to(database.server());
                Connection connection = DriverManager.getConnection(proxy.url(database.name()));
                Statement statement = connection.createStatement()) {
            Duration fast = Stream.of(1, 2, 3)
                    .map(round -> time(() -> tenRoundTrips(statement)))
                    .min(Duration::compareTo)
                    .orElseThrow();
            proxy.delay(Duration.ofMillis(10));
            Duration slow = time(() -> tenRoundTrips(statement));
            Duration rows = time(() -> statement.executeQuery("SELECT generate_series(1, 10000)"));

            assertThat(slow).isGreaterThan(fast.multipliedBy(2)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(rows).isBetween(Duration.ofMillis(20), Duration.ofSeconds(20));
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void tenRoundTrips(Statement statement) throws SQLException {
        for (int i = 0; i < 10; i++) {
            statement.execute("SELECT 1");
        }
    }

    private static Duration time(Work work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @PostgresTest
    void leavesNoThread(TestDatabase database) throws SQLException, InterruptedException {
        ProtocolProxy proxy = ProtocolProxy.to(database.server());
        Connection connection = DriverManager.getConnection(proxy.url(database.name()));
        proxy.close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(ProtocolProxy.THREAD)) {
                thread.join(5_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
        assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
                .isInstanceOf(SQLException.class);
    }
}
