package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {
    private static final Map<String, String> NONE = Map.of("USER", "account");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://h/d                     | h:5432              | d     | account | -
            jdbc:postgresql://h:6/d?user=u&password=p | h:6                 | d     | u       | p
            jdbc:postgresql:d                         | localhost:5432      | d     | account | -
            jdbc:postgresql:/                         | localhost:5432      | account | account | -
            jdbc:postgresql://h/                      | h:5432              | account | account | -
            jdbc:postgresql://h1:1,h2/d               | h1:1,h2:5432        | d     | account | -
            jdbc:postgresql://[::1]:7/d               | [::1]:7             | d     | account | -
            jdbc:postgresql://u:p@h/d                 | h:5432              | d     | u       | p
            postgresql://u:p@h:6543/d                 | h:6543              | d     | u       | p
            postgres://u:p@h/d                        | h:5432              | d     | u       | p
            postgresql://u@h                          | h:5432              | u     | u       | -
            postgresql://                             | localhost:5432      | account | account | -
            postgresql://u%40x:p%2F%3A%25+%C3%B6@h/Gr%C3%B6%C3%9Fe%20%22x | h:5432 | Größe "x | u@x | p/:%+ö
            postgresql://[2001:db8::1]:5433,[::1]/d   | [2001:db8::1]:5433,[::1]:5432 | d | account | -
            postgresql:///d?host=h&port=9&user=u&password=p | h:9           | d     | u       | p
            postgresql://h?dbname=d                   | h:5432              | d     | account | -
            postgresql://postgres.abcd:p@aws-0-eu.pooler.example.com:6543/postgres?pgbouncer=true&connection_limit=1 | aws-0-eu.pooler.example.com:6543 | postgres | postgres.abcd | p
            """)
    void readsUrls(String url, String hosts, String database, String user, String password) {
        ConnectionSettings settings = settings(url, NONE);
        assertThat(settings.hosts().stream().map(HostPort::toString)).containsExactly(hosts.split(","));
        assertThat(settings.database()).isEqualTo(database);
        assertThat(settings.user()).isEqualTo(user);
        assertThat(settings.password().map(Secret::reveal).orElse("-")).isEqualTo(password);
        assertThat(settings.toString() + settings.jdbcUrl()).doesNotContain("password");
    }

    @Test
    void translatesTheParametersOfUris() {
        assertThat(settings(
                                "postgresql://h/d?sslmode=verify-full&sslrootcert=/c%20a.pem&options=-c%20a%3Db&connect_timeout=3"
                                        + "&target_session_attrs=read-write&application_name=x&channel_binding=require",
                                NONE)
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sslmode", "verify-full",
                        "sslrootcert", "/c a.pem",
                        "options", "-c a=b",
                        "connectTimeout", "3",
                        "targetServerType", "primary",
                        "ApplicationName", "x",
                        "channelBinding", "require"));
        assertThat(settings("postgresql://h/d?sslrootcert=system", NONE).parameters())
                .containsEntry("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
    }

    @Test
    void leavesTheParametersOfJdbcUrlsAsTheyAre() {
        assertThat(settings("jdbc:postgresql://h/d?ssl=true&currentSchema=a%20b", NONE)
                        .parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of("ssl", "true", "currentSchema", "a b"));
    }

    @Test
    void takesEachValueFromTheFirstThatHasIt() {
        Map<String, String> environment = Map.of(
                "PGHOST",
                "eh",
                "PGPORT",
                "7",
                "PGDATABASE",
                "ed",
                "PGUSER",
                "eu",
                "PGPASSWORD",
                "ep",
                "PGSSLMODE",
                "require",
                "PGAPPNAME",
                "app");
        ConnectionSettings fromEnvironment =
                ConnectionSettings.of(Optional.empty(), Optional.empty(), Optional.empty(), environment);
        assertThat(fromEnvironment).hasToString("database \"ed\" on eh:7 as user \"eu\"");
        assertThat(fromEnvironment.password()).hasValue(new Secret("ep"));
        assertThat(fromEnvironment.parameters())
                .containsEntry("sslmode", "require")
                .containsEntry("ApplicationName", "app");

        ConnectionSettings fromUrl = settings("postgresql://uu:up@uh/ud?sslmode=disable", environment);
        assertThat(fromUrl).hasToString("database \"ud\" on uh:5432 as user \"uu\"");
        assertThat(fromUrl.password()).hasValue(new Secret("up"));
        assertThat(fromUrl.parameters()).containsEntry("sslmode", "disable");

        ConnectionSettings given = ConnectionSettings.of(
                Optional.of(new DatabaseUrl("postgresql://uu:up@uh/ud")),
                Optional.of("gu"),
                Optional.of(new Secret("gp")),
                environment);
        assertThat(given).hasToString("database \"ud\" on uh:5432 as user \"gu\"");
        assertThat(given.password()).hasValue(new Secret("gp"));
    }

    @Test
    void listsTheWaysWhenNothingIsGiven() {
        assertThatThrownBy(() -> ConnectionSettings.of(
                        Optional.empty(), Optional.empty(), Optional.empty(), Map.of("PGUSER", "u", "PGPASSWORD", "p")))
                .isInstanceOfSatisfying(
                        ConnectionFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.SETTINGS))
                .hasMessageContainingAll(
                        "schema.url", "embedded", "PGHOST", "schema.serverId", "schema.password", "~/.pgpass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geheim",
                "mysql://u:geheim@h/d",
                "jdbc:mysql://u:geheim@h/d",
                "postgresql:d?password=geheim",
                "postgresql://u:geheim%zz@h/d",
                "postgresql://u:geheim/x@h/d",
                "postgresql://u:12/geheim@h/d",
                "postgresql://u:geheim@h:port/d",
                "postgresql://u:geheim@h:99999/d",
                "postgresql://%2Fvar%2Frun/d?password=geheim",
                "postgresql:///d?host=/var/run/postgresql&password=geheim",
                "postgresql://u:geheim@h/d?wrong=1",
                "postgresql://u:geheim@h/d?target_session_attrs=odd"
            })
    void refusesWhatIsNoUsableUrlWithoutShowingThePassword(String url) {
        assertThatThrownBy(() -> settings(url, NONE))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("schema.url")
                .satisfies(e ->
                        assertThat(url.equals("geheim") ? "" : e.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void refusesTheDirectoryOfASocketInTheEnvironment() {
        assertThatThrownBy(() -> ConnectionSettings.of(
                        Optional.empty(), Optional.of("u"), Optional.empty(), Map.of("PGHOST", "/run/postgresql")))
                .hasMessageContainingAll("Unix-domain socket", "PGHOST");
    }

    private static ConnectionSettings settings(String url, Map<String, String> environment) {
        return ConnectionSettings.of(
                Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), environment);
    }
}
