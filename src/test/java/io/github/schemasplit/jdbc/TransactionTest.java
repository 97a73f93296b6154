package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

class TransactionTest {
    private static final UUID ID = UUID.randomUUID();

    @PostgresTest
    void commitsTheWorkAndLeavesTheConnectionAsItWas(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET default_transaction_isolation = 'serializable'");
            connection.createStatement().execute("SET default_transaction_read_only = on");
            String isolation = transaction(connection, Duration.ZERO).run(ID, c -> {
                c.createStatement().execute("CREATE TABLE made ()");
                return show(c, "transaction_isolation");
            });
            assertThat(isolation).isEqualTo("read committed");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(show(connection, "default_transaction_isolation")).isEqualTo("serializable");
        }
        assertThat(database.query("SELECT to_regclass('made')")).containsExactly("made");
    }

    @PostgresTest
    void anExceptionInTheMiddleLeavesNothingBehind(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> transaction(connection, Duration.ZERO).run(ID, c -> {
                        Plan plan = new Plan(
                                List.of(new CreateSchema(Identifier.of("half"), Identifier.of("postgres"), "")));
                        new Executor(c, Timeouts.DEFAULT).apply(plan, (operation, done) -> {});
                        new Journal(c, Journal.DEFAULT_SCHEMA).create();
                        throw new IllegalArgumentException("in the middle");
                    }))
                    .hasMessage("in the middle");
            assertThatThrownBy(() -> transaction(connection, Duration.ZERO)
                            .run(ID, c -> c.createStatement().execute("CREATE TABLE made (); SELECT 1 / 0")))
                    .isInstanceOf(SQLException.class);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(new Journal(connection, Journal.DEFAULT_SCHEMA).exists()).isFalse();
            assertThat(transaction(connection, Duration.ZERO).<String>run(ID, c -> "again"))
                    .isEqualTo("again");
        }
        assertThat(database.query(
                        "SELECT to_regnamespace('schemasplit'), to_regnamespace('half'), to_regclass('made')"))
                .containsExactly("null|null|null");
    }

    @PostgresTest
    void aLostConnectionLeavesNothingBehind(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> transaction(connection, Duration.ZERO).run(ID, c -> {
                        c.createStatement().execute("CREATE TABLE made ()");
                        return c.createStatement().execute("SELECT pg_terminate_backend(pg_backend_pid())");
                    }))
                    .isInstanceOf(SQLException.class);
            assertThat(connection.isClosed()).isTrue();
        }
        assertThat(database.query("SELECT to_regclass('made')")).containsExactly("null");
    }

    @PostgresTest
    void anotherRunHasToWaitAndIsToldForWhom(TestDatabase database) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection first = database.connect();
                Connection second = database.connect()) {
            first.createStatement().execute("SET application_name = 'first'");
            transaction(first, Duration.ZERO).run(ID, c -> {
                assertThatThrownBy(
                                () -> transaction(second, Duration.ofMillis(1)).run(ID, other -> "too early"))
                        .isInstanceOf(LockedException.class)
                        .hasMessageContaining("application 'first'");
                assertThat(second.getAutoCommit()).isTrue();
                return "done";
            });
            CompletableFuture<String> waiting = transaction(first, Duration.ZERO)
                    .run(ID, c -> {
                        CompletableFuture<Void> waits = new CompletableFuture<>();
                        CompletableFuture<String> result = CompletableFuture.supplyAsync(() -> {
                            try {
                                return new Transaction(second, Duration.ofSeconds(30), holder -> {
                                            told.add(holder);
                                            waits.complete(null);
                                        })
                                        .run(ID, other -> "at last");
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                        waits.join();
                        assertThat(result).isNotDone();
                        return result;
                    });
            assertThat(waiting.join()).isEqualTo("at last");
            assertThat(told).singleElement().asString().contains("application 'first'");
        }
    }

    @PostgresTest
    void aRunOnAnotherDatabaseIsNotWaitedFor(TestDatabase database) throws SQLException {
        try (TestDatabase other = database.server().createDatabase();
                Connection first = database.connect();
                Connection second = other.connect()) {
            String result = transaction(first, Duration.ZERO)
                    .run(ID, c -> transaction(second, Duration.ZERO).run(ID, d -> "at once"));
            assertThat(result).isEqualTo("at once");
        }
    }

    @PostgresTest
    void aConnectionLostAtCommitIsSaidWithTheEntryToLookFor(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (); CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END';"
                + "CREATE CONSTRAINT TRIGGER die AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED"
                + " FOR EACH ROW EXECUTE FUNCTION die()");
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> transaction(connection, Duration.ZERO)
                            .run(ID, c -> c.createStatement().execute("INSERT INTO t DEFAULT VALUES")))
                    .isInstanceOfSatisfying(
                            CommitUnknownException.class,
                            e -> assertThat(e.journalId()).isEqualTo(ID))
                    .hasMessageContaining("schema:info")
                    .hasMessageContaining(ID.toString());
        }
    }

    @PostgresTest
    void aRefusedCommitIsNoUnknownOne(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> transaction(connection, Duration.ZERO)
                            .run(ID, c -> c.createStatement().execute("INSERT INTO t VALUES (1), (1)")))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23505"));
            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(database.query("SELECT count(*) FROM t")).containsExactly("0");
    }

    private static Transaction transaction(Connection connection, Duration patience) {
        return new Transaction(connection, patience, holder -> {});
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
