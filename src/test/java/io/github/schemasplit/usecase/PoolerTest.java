package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.ConnectionFailedException;
import io.github.schemasplit.jdbc.ConnectionFailedException.Reason;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.Connector;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.JournalAction;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PausedSessions;
import io.github.schemasplit.testing.PgBouncer;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.Sample;
import io.github.schemasplit.testing.SampleDatabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.proxy.ProtocolProxy;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Through PgBouncer, which gives each transaction whatever session is free. */
class PoolerTest {
    private static final List<String> SETTINGS = List.of(
            "search_path",
            "lock_timeout",
            "statement_timeout",
            "standard_conforming_strings",
            "plan_cache_mode",
            "default_transaction_isolation",
            "default_transaction_read_only",
            "extra_float_digits",
            "schemasplit.shut");

    @TempDir
    private Path output;

    @PostgresTest(takesLong = true)
    void allGoalsWorkAndLeaveNothingInTheSession(@Sample TestDatabase database) throws SQLException {
        try (PgBouncer bouncer = PgBouncer.before(database.server(), 1, output);
                Connection other = DriverManager.getConnection(bouncer.url(database))) {
            ParsedMapping mapping = SampleDatabase.mapping();
            Goals goals = Goals.on(database, output).through(bouncer.port());
            ObjectStates start = goals.states();
            PooledSession before = PooledSession.of(other);

            assertThat(new Analyze(goals.workplace(), ChangeListener.NONE)
                            .run(mapping.mapping().orElseThrow())
                            .report()
                            .hasErrors())
                    .isFalse();
            assertThat(goals.generate(mapping, Optional.empty())).hasSize(3);
            assertThat(PooledSession.of(other)).isEqualTo(before);
            assertThat(goals.migrate(mapping).migration()).isPresent();
            assertThat(PooledSession.of(other)).isEqualTo(before);
            assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
            assertThat(goals.history()).hasSize(1);
            goals.rollback();
            assertThat(PooledSession.of(other)).isEqualTo(before);
            assertThat(goals.verify(mapping, Expectation.ORIGINAL).findings()).isEmpty();
            assertThat(goals.states()).isEqualTo(start);
            assertThat(goals.migrate(mapping).migration()).isPresent();
            assertThat(goals.history())
                    .extracting(JournalEntry::action)
                    .containsExactly(JournalAction.MIGRATE, JournalAction.ROLLBACK, JournalAction.MIGRATE);
            assertThat(PooledSession.of(other)).isEqualTo(before);
        }
    }

    @PostgresTest(takesLong = true)
    void aRefusedChangeLeavesNothingInTheSession(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE orders (id int)");
        ParsedMapping mapping =
                Goals.parsed(new MappingBuilder().tables("shop", "orders").build());
        try (PgBouncer bouncer = PgBouncer.before(database.server(), 1, output);
                Connection other = DriverManager.getConnection(bouncer.url(database));
                Connection holder = database.connect()) {
            Goals goals = Goals.on(database, output).through(bouncer.port());
            PooledSession before = PooledSession.of(other);
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT FROM orders");
            assertThatThrownBy(() -> goals.migrate(mapping)).hasMessageContaining("after 3 attempts");
            assertThat(PooledSession.of(other)).isEqualTo(before);
            holder.rollback();
            assertThat(goals.migrate(mapping).migration()).isPresent();
            assertThat(PooledSession.of(other)).isEqualTo(before);
        }
    }

    /** The pooler tells no client which process of the server it was given. */
    @PostgresTest(takesLong = true)
    void aServerThatBeginsAfterItsAnswerWasGivenUpMakesNothing(TestDatabase database) {
        database.execute("CREATE TABLE orders (id int)");
        ParsedMapping mapping =
                Goals.parsed(new MappingBuilder().tables("shop", "orders").build());
        Goals goals = Goals.on(database, output);
        try (PgBouncer bouncer = PgBouncer.before(database.server(), 2, output);
                ProtocolProxy proxy = ProtocolProxy.to(bouncer.port());
                PausedSessions paused = PausedSessions.of(database, Connector.APPLICATION_NAME)) {
            proxy.cutAfter(m -> CutConnectionTest.isChange(m) && paused.pause());
            assertThat(AllOrNothing.disturbed(g -> g.migrate(mapping), goals.through(proxy.port())))
                    .isEqualTo(AllOrNothing.Said.NOT_MADE);
            paused.resume();
            paused.awaitIdle();
            assertThat(goals.history()).isEmpty();
            assertThat(goals.migrate(mapping).migration()).isPresent();
        }
    }

    @PostgresTest(takesLong = true)
    void saysWhatThePoolerDoesNotTake(TestDatabase database) {
        try (PgBouncer bouncer = PgBouncer.before(database.server(), 1, output)) {
            String url = bouncer.url(database);
            assertRefused(
                    url + "&options=-cstatement_timeout=1s",
                    Reason.SETTINGS,
                    "unsupported startup parameter: options",
                    "schema.url",
                    "PGOPTIONS",
                    "ignore_startup_parameters");
            assertRefused(
                    url + "&currentSchema=a",
                    Reason.SETTINGS,
                    "unsupported startup parameter: search_path",
                    "currentSchema");
            assertRefused(url.replace(database.name(), "pooler_absent"), Reason.OTHER, "pooler_absent", "schema.url");
        }
    }

    private void assertRefused(String url, Reason reason, String... parts) {
        Workplace workplace = new Workplace(
                ConnectionSettings.of(Optional.of(new DatabaseUrl(url)), Optional.empty(), Optional.empty(), Map.of()),
                true,
                Journal.DEFAULT_SCHEMA,
                output,
                "1.0-test");
        assertThatThrownBy(() -> new Info(workplace).run())
                .isInstanceOfSatisfying(
                        ConnectionFailedException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContainingAll(parts);
    }

    /**
     * What a client finds that gets the session next.
     *
     * @param process the server's process
     * @param settings its settings
     * @param preparedStatements how many statements are prepared in it
     * @param advisoryLocks how many advisory locks there are in the database
     */
    private record PooledSession(
            String process, List<String> settings, String preparedStatements, String advisoryLocks) {
        static PooledSession of(Connection connection) throws SQLException {
            List<String> settings = new ArrayList<>();
            for (String setting : SETTINGS) {
                settings.add(setting + " = "
                        + text(connection, "SELECT coalesce(current_setting('" + setting + "', true), '')"));
            }
            return new PooledSession(
                    text(connection, "SELECT pg_backend_pid()"),
                    settings,
                    text(connection, "SELECT count(*) FROM pg_prepared_statements"),
                    text(
                            connection,
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
        }

        private static String text(Connection connection, String query) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
