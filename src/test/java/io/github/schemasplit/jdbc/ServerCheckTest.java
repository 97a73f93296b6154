package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCheckTest {
    @PostgresTest
    void takesAPrimaryWhateverItsDatabaseShadows(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE SCHEMA evil;
                CREATE FUNCTION evil.version() RETURNS text LANGUAGE sql AS 'SELECT ''CockroachDB''::text';
                ALTER DATABASE %s SET search_path = evil, pg_catalog;
                """.formatted(database.name()));
        ConnectionSettings settings = settings(database.server().port(), database.name());
        try (Connection connection = Connector.connect(settings)) {
            ServerCheck.check(connection, settings, true);
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void refusesAStandbyToGoalsThatWriteAlone(@TempDir Path directory) throws IOException, SQLException {
        Path data = directory.resolve("data");
        Path work = Path.of(System.getProperty("test.postgres.directory"), "work-standby");
        server(data, work).start().close();
        Files.createFile(data.resolve("standby.signal"));
        try (EmbeddedPostgres standby = server(data, work).start()) {
            ConnectionSettings settings = settings(standby.getPort(), "postgres");
            try (Connection connection = Connector.connect(settings)) {
                ServerCheck.check(connection, settings, false);
                assertThat(new CatalogReader().readInOwnTransaction(connection).relations())
                        .isEmpty();
                assertThatThrownBy(() -> ServerCheck.check(connection, settings, true))
                        .isInstanceOfSatisfying(
                                ConnectionFailedException.class,
                                e -> assertThat(e.reason()).isEqualTo(Reason.STANDBY))
                        .hasMessageContainingAll("standby", "schema.url");
            }
            ConnectionSettings primary = settings("jdbc:postgresql://localhost:" + standby.getPort()
                    + "/postgres?user=postgres&targetServerType=primary");
            assertThatThrownBy(() -> Connector.connect(primary).close())
                    .isInstanceOfSatisfying(
                            ConnectionFailedException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SETTINGS))
                    .hasMessageContainingAll("targetServerType: primary", "schema.url");
            ConnectionSettings both = settings("postgresql://postgres@localhost:" + standby.getPort() + ",localhost:"
                    + TestServer.newest().port() + "/postgres?target_session_attrs=read-write");
            try (Connection connection = Connector.connect(both)) {
                ServerCheck.check(connection, both, true);
            }
        }
    }

    private static EmbeddedPostgres.Builder server(Path data, Path work) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, hardware) -> binaries())
                .setOverrideWorkingDirectory(work.toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false);
    }

    private static InputStream binaries() throws IOException {
        Path jar = Path.of(
                System.getProperty("test.postgres.directory"), System.getProperty("test.postgres.newest") + ".jar");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    return new ByteArrayInputStream(zip.readAllBytes());
                }
            }
        }
        throw new IOException("no PostgreSQL in " + jar);
    }

    private static ConnectionSettings settings(int port, String database) {
        return settings("postgresql://postgres@localhost:" + port + "/" + database);
    }

    private static ConnectionSettings settings(String url) {
        return ConnectionSettings.of(Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), Map.of());
    }
}
