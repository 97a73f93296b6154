package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.report.RehearsedLoad;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that work on a copy: what they meet, and scripts that are none. */
class RehearsalLoadTest {
    @TempDir
    private Path directory;

    @PostgresTest(takesLong = true)
    void tellsWhatFailsAndHowLongAStatementTakes(TestDatabase database) {
        database.execute("CREATE TABLE orders ()");
        ConnectionSettings settings = Goals.on(database, directory).workplace().database();
        RehearsedLoad met;
        try (RehearsalLoad clients = RehearsalLoad.start(
                settings, new LoadScript(List.of("BEGIN", "SELECT count(*) FROM orders", "COMMIT"), 2))) {
            database.execute("BEGIN; LOCK TABLE orders; SELECT pg_sleep(0.3); COMMIT");
            database.execute("ALTER TABLE orders RENAME TO others");
            Waiting.sleep(Duration.ofMillis(200));
            met = clients.measured();
        }
        assertThat(met.clients()).isEqualTo(2);
        assertThat(met.runs()).isPositive();
        assertThat(met.longest()).isGreaterThan(Duration.ofMillis(250)).isGreaterThan(met.longestBefore());
        assertThat(met.longestStatement()).isEqualTo("SELECT count(*) FROM orders");
        assertThat(met.failures()).containsOnlyKeys("SELECT count(*) FROM orders: relation \"orders\" does not exist");
        assertThat(database.query(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'schema.rehearse.load'"
                                + " AND state <> 'idle'"))
                .containsExactly("0");
        assertThatThrownBy(() -> RehearsalLoad.start(settings, new LoadScript(List.of("SELECT FROM orders"), 1)))
                .isInstanceOf(GoalStoppedException.class)
                .hasMessageContaining("fails before anything moves: SELECT FROM orders: relation \"orders\" does not");
    }

    @Test
    void aScriptHasStatementsThatAreSent() throws IOException {
        assertThat(LoadScript.read(file("SELECT 1; -- one\nSELECT ';' ;"), 3).statements())
                .containsExactly("SELECT 1", "SELECT ';'");
        assertThatThrownBy(() -> LoadScript.read(file("-- nothing"), 3)).hasMessageContaining("has no statement");
        assertThatThrownBy(() -> LoadScript.read(file("SELECT 'open"), 3)).hasMessageContaining("load.sql:1: ");
        assertThatThrownBy(() -> LoadScript.read(file("COPY t FROM stdin;\n1\n\\.\n"), 3))
                .hasMessageContaining("Write INSERT instead");
        assertThatThrownBy(() -> LoadScript.read(directory.resolve("none.sql"), 3))
                .hasMessageContaining("none.sql, which schema.rehearse.load names, cannot be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("load.sql"), text);
    }
}
