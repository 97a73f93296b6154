package io.github.schemasplit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class BusyClientsTest {
    @PostgresTest
    void noteHowLongATableIsShut(TestDatabase database) throws SQLException, InterruptedException {
        String shut = "\"Order \"\"Items\"\"\"";
        database.execute("CREATE TABLE " + shut + " (); CREATE TABLE open ()");
        try (BusyClients clients = BusyClients.reading(database.url(), List.of(shut, shut, "open"))) {
            database.execute("BEGIN; LOCK TABLE " + shut + "; SELECT pg_sleep(0.5); COMMIT");
            Map<String, Waits> waits = clients.stop();

            assertThat(waits).containsOnlyKeys(shut, "open");
            assertThat(waits.get(shut).maximum()).isGreaterThan(Duration.ofMillis(400));
            assertThat(waits.get("open").reads()).hasSizeGreaterThan(10);
            assertThat(waits.get("open").percentile(50)).isLessThan(Duration.ofMillis(400));
        }
    }

    @PostgresTest
    void tellOfATableThatCanNotBeRead(TestDatabase database) throws SQLException {
        try (BusyClients clients = BusyClients.reading(database.url(), List.of("missing"))) {
            assertThatThrownBy(clients::stop)
                    .hasMessage("a client could not read missing")
                    .cause()
                    .hasMessageContaining("relation \"missing\" does not exist");
        }
    }

    @PostgresTest
    void tellOfATableThatIsShutForLongerThanItMay(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t ()");
        try (BusyClients clients = BusyClients.reading(database.url(), List.of("t"), Duration.ofMillis(50))) {
            database.execute("BEGIN; LOCK TABLE t; SELECT pg_sleep(0.5); COMMIT");

            assertThatThrownBy(clients::stop).cause().hasMessageContaining("due to lock timeout");
        }
    }

    @PostgresTest
    void leaveNoThread(TestDatabase database) throws SQLException, InterruptedException {
        database.execute("CREATE TABLE t ()");
        BusyClients.reading(database.url(), List.of("t", "t")).close();

        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(BusyClients.THREAD)) {
                thread.join(5_000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
