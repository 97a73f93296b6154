package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna:geheim@host/db",
                "postgres://anna:geheim@host:5432,other:5433/db?sslmode=require",
                "jdbc:postgresql://anna:geheim@host/db",
                "jdbc:postgresql://host/db?user=anna&password=geheim&ssl=true",
                "jdbc:postgresql://host/db?PASSWORD=geheim",
                "jdbc:postgresql:db?sslpassword=geheim&sslmode=require",
                "postgresql://anna:ge@heim:geheim@host/db",
                "postgresql://anna:a/geheim?@host/db",
                "postgresql://:geheim@host/db",
                "postgresql://anna:geheim#@host/db"
            })
    void showsNoPassword(String url) {
        assertThat(new DatabaseUrl(url).toString()).contains("***").doesNotContain("geheim");
        assertThat(new DatabaseUrl(url).value()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host:5432/db?sslmode=require",
                "postgresql://anna@host:5432/db",
                "jdbc:postgresql://[::1]:5432/db",
                "embedded:15"
            })
    void showsTheRestAsItIs(String url) {
        assertThat(new DatabaseUrl(url)).hasToString(url);
    }

    @Test
    void keepsHostAndDatabaseInSight() {
        assertThat(new DatabaseUrl("postgresql://anna:geheim@host:5433/db?sslmode=require&sslpassword=geheim"))
                .hasToString("postgresql://anna:***@host:5433/db?sslmode=require&sslpassword=***");
    }

    @Test
    void aSecretShowsNothing() {
        assertThat(new Secret("geheim")).hasToString("***");
        assertThat(new Secret("geheim").reveal()).isEqualTo("geheim");
    }

    @Test
    void isMadeAsMavenDoesIt() {
        DatabaseUrl url = new DatabaseUrl();
        url.set("postgresql://h/d");
        Secret secret = new Secret();
        secret.set("geheim");
        assertThat(url).isEqualTo(new DatabaseUrl("postgresql://h/d"));
        assertThat(secret).isEqualTo(new Secret("geheim"));
    }
}
