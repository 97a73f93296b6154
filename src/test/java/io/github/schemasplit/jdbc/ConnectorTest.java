package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class ConnectorTest {
    @PostgresTest
    void connectsByUriToADatabaseOfHostileName(TestDatabase database) throws SQLException {
        String name = "jdbc \"Größe\" %$\\/?#@:" + database.name();
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        database.execute("CREATE DATABASE " + quoted);
        try (Connection connection = Connector.connect(settings(
                        "postgresql://postgres@localhost:" + database.server().port()
                                + "/jdbc%20%22Gr%C3%B6%C3%9Fe%22%20%25%24%5C%2F%3F%23%40%3A" + database.name()));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT current_database(), current_setting('application_name')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo(name);
            assertThat(rows.getString(2)).isEqualTo("schema-maven-plugin");
            assertThat(connection.getAutoCommit()).isTrue();
        } finally {
            database.execute("DROP DATABASE " + quoted + " WITH (FORCE)");
        }
    }

    @PostgresTest
    void saysThatTheDatabaseOrTheUserIsNotThere(TestDatabase database) {
        String address = "localhost:" + database.server().port();
        assertFails(
                "postgresql://postgres@" + address + "/jdbc_absent", Reason.NO_DATABASE, "jdbc_absent", "schema.url");
        assertFails(
                "postgresql://jdbc_nobody@" + address + "/postgres",
                Reason.AUTHENTICATION,
                "jdbc_nobody",
                "schema.user");
    }

    @PostgresTest
    void saysThatAllConnectionsAreTakenOrNotAllowed(TestDatabase database) {
        database.execute("CREATE ROLE jdbc_limited LOGIN CONNECTION LIMIT 0");
        try {
            String url =
                    "postgresql://jdbc_limited@localhost:" + database.server().port() + "/" + database.name();
            assertFails(url, Reason.TOO_MANY_CONNECTIONS, "CONNECTION LIMIT");
            database.execute("ALTER ROLE jdbc_limited CONNECTION LIMIT -1; REVOKE CONNECT ON DATABASE "
                    + database.name() + " FROM PUBLIC");
            assertFails(url, Reason.NO_RIGHT_TO_CONNECT, "GRANT CONNECT");
        } finally {
            database.execute("DROP ROLE jdbc_limited");
        }
    }

    @PostgresTest
    void saysThatTheServerDoesWithoutSsl(TestDatabase database) {
        assertFails(
                "postgresql://postgres@localhost:" + database.server().port() + "/postgres?sslmode=require",
                Reason.SSL,
                "sslmode");
    }

    @PostgresTest
    void connectsWithoutSslWhereSslIsNotDemanded(TestDatabase database) throws SQLException {
        for (String parameter : List.of("", "sslmode=disable", "sslmode=allow", "sslmode=prefer")) {
            for (String url : urls(database, parameter)) {
                try (Connection connection = Connector.connect(settings(url))) {
                    assertThat(connection.isValid(5)).as(url).isTrue();
                }
            }
        }
    }

    @PostgresTest
    void saysThatSslIsDemandedOfAServerWithout(TestDatabase database) {
        for (String mode : List.of("require", "verify-ca", "verify-full")) {
            for (String url : urls(database, "sslmode=" + mode)) {
                assertFails(url, Reason.SSL, "sslmode");
            }
        }
        assertFails(database.url() + "&ssl=true", Reason.SSL, "sslmode");
        assertFails(database.url() + "&sslmode=require&sslNegotiation=direct", Reason.SSL, "sslmode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "it", "ja", "ru", "zh-CN"})
    void knowsTheLackOfSslInEachLanguageOfTheDriver(String language) {
        String text = ResourceBundle.getBundle("org.postgresql.translation.messages", Locale.forLanguageTag(language))
                .getString("The server does not support SSL.");
        assertThat(ConnectionProblem.of(new PSQLException(text, PSQLState.CONNECTION_REJECTED), false)
                        .reason())
                .as(text)
                .isEqualTo(Reason.SSL);
    }

    @PostgresTest
    void saysThatThereIsNoSuchSslMode(TestDatabase database) {
        for (String url : urls(database, "sslmode=yes%20please")) {
            assertFails(url, Reason.SETTINGS, "yes please", "sslmode", "verify-full");
        }
    }

    /** A URL of the driver's form, and one of PostgreSQL's own. */
    private static List<String> urls(TestDatabase database, String parameter) {
        return List.of(
                database.url() + "&" + parameter,
                "postgresql://postgres@localhost:" + database.server().port() + "/" + database.name() + "?"
                        + parameter);
    }

    @PostgresTest
    void takesTheFirstOfSeveralHostsThatAnswers(TestDatabase database) throws SQLException, IOException {
        int port = database.server().port();
        for (String dead : List.of("localhost:" + closedPort(), "host.invalid:1")) {
            for (String url : List.of(
                    "jdbc:postgresql://%s,localhost:%d/%s?user=postgres&targetServerType=primary",
                    "jdbc:postgresql://%s,localhost:%d/%s?user=postgres",
                    "postgresql://postgres@%s,localhost:%d/%s?target_session_attrs=read-write")) {
                ConnectionSettings settings = settings(url.formatted(dead, port, database.name()));
                try (Connection connection = Connector.connect(settings)) {
                    ServerCheck.check(connection, settings, true);
                    assertThat(connection.getCatalog()).isEqualTo(database.name());
                }
            }
        }
    }

    @Test
    void saysThatNoneOfSeveralHostsAnswers() throws IOException {
        assertFails(
                "jdbc:postgresql://localhost:" + closedPort() + ",host.invalid:1/d?user=u&targetServerType=primary",
                Reason.UNREACHABLE,
                "host.invalid:1",
                "none of these hosts",
                "schema.url");
    }

    @PostgresTest
    void saysThatNoServerIsOfTheTypeAskedFor(TestDatabase database) {
        assertFails(database.url() + "&targetServerType=secondary", Reason.SETTINGS, "targetServerType", "schema.url");
        assertFails(
                "postgresql://postgres@localhost:" + database.server().port() + "/" + database.name()
                        + "?target_session_attrs=standby",
                Reason.SETTINGS,
                "target_session_attrs");
        assertFails(
                database.url() + "&targetServerType=master%20mind", Reason.SETTINGS, "master mind", "targetServerType");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @PostgresTest
    void takesThePasswordFromTheSettingsOrThePasswordFile(TestDatabase database, @TempDir Path directory)
            throws SQLException, IOException {
        database.execute("CREATE ROLE jdbc_guarded LOGIN PASSWORD 'ge heim:\\'");
        String hba = database.query("SHOW hba_file").get(0);
        String before = database.query("SELECT pg_read_file('" + hba + "')").get(0);
        writeHba(database, hba, "host all jdbc_guarded all md5\n" + before);
        Path file = directory.resolve("pgpass");
        try {
            String url =
                    "postgresql://jdbc_guarded@localhost:" + database.server().port() + "/" + database.name();
            Connector.connect(settings(url.replace("@", ":ge%20heim%3A%5C@"))).close();
            assertFails(
                    url.replace("@", ":wrong@"), Reason.AUTHENTICATION, "jdbc_guarded", "schema.password", "~/.pgpass");
            assertFails(url, Reason.AUTHENTICATION, "schema.password", "~/.pgpass");
            Files.writeString(file, "localhost:*:*:jdbc_guarded:ge heim\\:\\\\\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            System.setProperty("org.postgresql.pgpassfile", file.toString());
            Connector.connect(settings(url)).close();
        } finally {
            System.clearProperty("org.postgresql.pgpassfile");
            writeHba(database, hba, before);
            database.execute("DROP ROLE jdbc_guarded");
        }
    }

    @PostgresTest
    void acceptsTheTestServersAsPrimaries(TestDatabase database) throws SQLException {
        ConnectionSettings settings =
                settings("postgresql://postgres@localhost:" + database.server().port() + "/" + database.name());
        try (Connection connection = Connector.connect(settings)) {
            ServerCheck.check(connection, settings, true);
            assertThat(new CatalogReader()
                            .readInOwnTransaction(connection)
                            .server()
                            .major())
                    .isEqualTo(database.server().major());
        }
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port = closedPort();
        assertFails(
                "postgresql://u:geheim@localhost:" + port + "/d",
                Reason.UNREACHABLE,
                "localhost:" + port,
                "schema.url");
    }

    @Test
    void saysThatTheHostIsUnknown() {
        assertFails("postgresql://u:geheim@host.invalid/d", Reason.UNKNOWN_HOST, "host.invalid", "PGHOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "J\0\0\0\n5.7.1", "-ERR unknown command\r\n", ""})
    void saysThatWhatListensIsNoPostgresql(String answer) throws IOException {
        try (FakeServer server = new FakeServer(answer)) {
            for (String mode : new String[] {"prefer", "disable"}) {
                assertFails(
                        "postgresql://u:geheim@localhost:" + server.port() + "/d?sslmode=" + mode,
                        Reason.NOT_POSTGRESQL,
                        "localhost:" + server.port(),
                        "5432");
            }
        }
    }

    @Test
    void givesUpOnASilentServer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            assertFails(
                    "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/d?user=u&loginTimeout=1",
                    Reason.TIMEOUT,
                    "no answer");
        }
    }

    private static void assertFails(String url, Reason reason, String... parts) {
        ConnectionSettings settings = settings(url);
        assertThatThrownBy(() -> Connector.connect(settings).close())
                .isInstanceOfSatisfying(
                        ConnectionFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(settings.toString())
                .hasMessageContainingAll(parts)
                .message()
                .doesNotContain("geheim");
    }

    private static void writeHba(TestDatabase database, String path, String text) {
        database.execute("COPY (SELECT unnest(string_to_array($x$" + text + "$x$, E'\\n'))) TO '" + path + "'");
        database.execute("SELECT pg_reload_conf(), pg_sleep(0.3)");
    }

    private static ConnectionSettings settings(String url) {
        return ConnectionSettings.of(
                Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), Map.of("USER", "account"));
    }
}
