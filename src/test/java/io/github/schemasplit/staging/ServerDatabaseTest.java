package io.github.schemasplit.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseIdentity;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.ServerIdentity;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database on a server that somebody names. */
class ServerDatabaseTest {
    private static final Original ELSEWHERE = new Original(
            0, new ServerIdentity(new DatabaseIdentity(Optional.of("1"), 1, "elsewhere", "15.0"), "a start"));

    private static final String OURS = "SELECT datname FROM pg_database WHERE datname LIKE 'schemasplit_rehearsal_%'";

    private static final String SETTINGS =
            "SELECT setconfig FROM pg_db_role_setting WHERE setrole = 'rehearsed_old'::regrole AND setdatabase = 0";

    @PostgresTest
    void goesWithItsRolesAndLeavesTheSettingsOfOthersAsTheyWere(TestDatabase database) {
        database.execute("CREATE ROLE rehearsed_old; ALTER ROLE rehearsed_old SET search_path = public, \"A b\";"
                + " ALTER ROLE rehearsed_old SET default_transaction_read_only = on");
        List<String> settings = database.query(SETTINGS);
        try {
            try (ServerDatabase copy = ServerDatabase.create(settings(database), ELSEWHERE)) {
                assertThat(database.query(OURS)).containsExactly(copy.settings().database());
                copy.setting(Identifier.of("rehearsed_old")::equals, () -> {
                    database.execute("CREATE ROLE \"rehearsed new\"; ALTER ROLE rehearsed_old RESET search_path;"
                            + " ALTER ROLE rehearsed_old SET work_mem = '1MB'; ALTER ROLE rehearsed_old RESET"
                            + " default_transaction_read_only");
                    return "";
                });
                copy.owns(List.of(Identifier.of("rehearsed new")));
            }
            assertThat(database.query(OURS)).isEmpty();
            assertThat(database.query(SETTINGS))
                    .hasSameSizeAs(settings)
                    .allSatisfy(now -> assertThat(now)
                            .contains("search_path=public, \\\"A b\\\"", "default_transaction_read_only=on")
                            .doesNotContain("work_mem"));
            assertThat(database.query("SELECT FROM pg_roles WHERE rolname = 'rehearsed new'"))
                    .isEmpty();
            ServerDatabase copy = ServerDatabase.create(settings(database), ELSEWHERE);
            copy.setting(role -> true, () -> {
                database.execute(
                        "ALTER ROLE rehearsed_old SET work_mem = '1MB';"
                                + " ALTER ROLE rehearsed_old SET temp_buffers = '1MB'; ALTER ROLE rehearsed_old RESET search_path");
                return "";
            });
            database.execute("ALTER ROLE rehearsed_old SET work_mem = '2MB'; ALTER ROLE rehearsed_old SET jit = off");
            assertThatThrownBy(copy::close)
                    .isInstanceOf(StagingException.class)
                    .hasMessageContaining(
                            "role rehearsed_old with its setting work_mem, which is neither as it was nor as"
                                    + " the rehearsal set it, so that somebody else changed it");
            assertThat(database.query(SETTINGS))
                    .as("what others set meanwhile stays")
                    .allSatisfy(now -> assertThat(now)
                            .contains("search_path=public, \\\"A b\\\"", "work_mem=2MB", "jit=off")
                            .doesNotContain("temp_buffers"));
            assertThat(database.query(OURS)).isEmpty();
            // Whoever is stopped in between does not know what was set.
            ServerDatabase stopped = ServerDatabase.create(settings(database), ELSEWHERE);
            assertThatThrownBy(() -> stopped.setting(Identifier.of("rehearsed_old")::equals, () -> {
                        database.execute("ALTER ROLE rehearsed_old RESET jit");
                        throw new IllegalStateException("stopped");
                    }))
                    .hasMessage("stopped");
            stopped.close();
            assertThat(database.query(SETTINGS))
                    .allSatisfy(now -> assertThat(now).contains("jit=off"));
        } finally {
            database.execute("DROP ROLE rehearsed_old");
        }
    }

    @PostgresTest
    void dropsWhatAKilledBuildLeftAndNothingElse(TestDatabase database) throws SQLException {
        String left = "schemasplit_rehearsal_20200102030405_0a1b2c";
        String used = "schemasplit_rehearsal_20200102030405_ffffff";
        String others = "schemasplit_rehearsal_of_mine";
        List.of(left, used, others).forEach(name -> database.execute("CREATE DATABASE " + name));
        database.execute("CREATE ROLE \"left behind\"; COMMENT ON DATABASE " + left
                + " IS 'made by schema:rehearse, with the roles \"left behind\"'");
        String strangers = "schemasplit_rehearsal_20200102030405_abcdef";
        database.execute("CREATE ROLE \"left stranger\"; CREATE ROLE \"left alone\"");
        database.execute("CREATE DATABASE " + strangers + " OWNER \"left stranger\"");
        database.execute("COMMENT ON DATABASE " + strangers
                + " IS 'made by schema:rehearse, with the roles \"left alone\"; CREATE ROLE \"left injected\"'");
        try (Connection use = Connector.connect(settings(database).withDatabase(used))) {
            ServerDatabase.create(settings(database), ELSEWHERE).close();
            assertThat(use.isValid(1)).isTrue();
            assertThat(database.query(OURS)).containsExactlyInAnyOrder(used, others);
            assertThat(database.query("SELECT rolname FROM pg_roles WHERE rolname LIKE 'left %' ORDER BY 1"))
                    .as("what a stranger's database says is not listened to")
                    .containsExactly("left alone", "left stranger");
        } finally {
            database.execute("DROP ROLE IF EXISTS \"left stranger\", \"left alone\"");
            List.of(used, others).forEach(name -> database.execute("DROP DATABASE " + name + " WITH (FORCE)"));
        }
    }

    @PostgresTest
    void isNotMadeWhereTheDatabaseItselfIs(TestDatabase database) throws SQLException {
        ServerIdentity itself;
        try (Connection connection = database.connect()) {
            itself = ServerIdentity.read(connection);
        }
        ServerIdentity copied = new ServerIdentity(itself.database(), "another start");
        assertThatThrownBy(() -> ServerDatabase.create(settings(database), new Original(0, itself)))
                .hasMessageContaining("names the server of the database that is to be copied")
                .hasMessageContaining(
                        "system identifier " + itself.database().system().orElseThrow());
        assertThatThrownBy(() -> ServerDatabase.create(settings(database), new Original(0, copied)))
                .hasMessageContaining("or a physical copy of it")
                .hasMessageContaining("database OID " + itself.database().oid());
        assertThat(database.query(OURS)).isEmpty();
    }

    @PostgresTest
    void saysWhichSettingIsMeantWhenThereIsNoConnection(TestDatabase database) {
        ConnectionSettings nobody = settings(database).withDatabase("not there");
        assertThatThrownBy(() -> ServerDatabase.create(nobody, ELSEWHERE))
                .isInstanceOf(StagingException.class)
                .hasMessageContaining("The server that schema.staging names cannot be used")
                .hasMessageContaining("Correct the database in schema.staging");
    }

    private static ConnectionSettings settings(TestDatabase database) {
        return ConnectionSettings.of(
                Optional.of(new DatabaseUrl(database.url())), Optional.empty(), Optional.empty(), Map.of());
    }
}
