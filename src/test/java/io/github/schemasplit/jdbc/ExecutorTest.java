package io.github.schemasplit.jdbc;

import static io.github.schemasplit.jdbc.OrderItems.CREATE;
import static io.github.schemasplit.jdbc.OrderItems.PLACE;
import static io.github.schemasplit.jdbc.OrderItems.TABLE;
import static io.github.schemasplit.jdbc.OrderItems.TARGET;
import static io.github.schemasplit.jdbc.OrderItems.apply;
import static io.github.schemasplit.jdbc.OrderItems.backend;
import static io.github.schemasplit.jdbc.OrderItems.change;
import static io.github.schemasplit.jdbc.OrderItems.connect;
import static io.github.schemasplit.jdbc.OrderItems.failure;
import static io.github.schemasplit.jdbc.OrderItems.inTransaction;
import static io.github.schemasplit.jdbc.OrderItems.move;
import static io.github.schemasplit.jdbc.OrderItems.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class ExecutorTest {
    @PostgresTest
    void makesThePlanAndItsInverseAndWritesBothDown(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        Plan plan = new Plan(List.of(CREATE, move(database)));
        try (Connection connection = connect(database)) {
            List<Shut> shut = apply(connection, change(connection, plan)).shut();
            assertThat(shut).extracting(Shut::relation).containsExactly(TABLE);
            assertThat(shut.get(0).time()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(20));
            assertThat(database.query(PLACE)).containsExactly(TARGET.value());
            apply(connection, change(connection, plan.inverse()));
            assertThat(database.query(PLACE)).containsExactly("public");
            assertThat(database.query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'Web%'"))
                    .containsExactly("0");
            assertThat(new Journal(connection, Journal.DEFAULT_SCHEMA).history())
                    .extracting(JournalEntry::plan)
                    .containsExactly(plan, plan.inverse());
        }
    }

    @PostgresTest
    void worksWhateverRoleAndDatabaseSetAndLeavesIt(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial); ALTER DATABASE " + database.name()
                + " SET default_transaction_isolation = 'serializable'; ALTER DATABASE " + database.name()
                + " SET default_transaction_read_only = on; ALTER DATABASE " + database.name()
                + " SET standard_conforming_strings = off; ALTER DATABASE " + database.name()
                + " SET escape_string_warning = off; ALTER DATABASE " + database.name()
                + " SET plpgsql.extra_errors = 'all'; ALTER DATABASE " + database.name()
                + " SET statement_timeout = '1h'; ALTER DATABASE " + database.name() + " SET search_path = 'nowhere'");
        try (Connection connection = connect(database)) {
            apply(connection, change(connection, new Plan(List.of(CREATE, move(database)))));
            assertThat(show(connection, "lock_timeout")).isEqualTo("0");
            assertThat(show(connection, "statement_timeout")).isEqualTo("1h");
            assertThat(show(connection, "search_path")).isEqualTo("nowhere");
            assertThat(show(connection, "standard_conforming_strings")).isEqualTo("off");
        }
        assertThat(database.query(PLACE.replace("pg_", "pg_catalog.pg_"))).containsExactly(TARGET.value());
    }

    @PostgresTest
    void aLostConnectionLeavesItOpenWhetherItWasMade(TestDatabase database) throws SQLException {
        database.execute("CREATE FUNCTION die() RETURNS event_trigger LANGUAGE plpgsql AS"
                + " 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); END';"
                + "CREATE EVENT TRIGGER die ON ddl_command_end EXECUTE FUNCTION die()");
        try (Connection connection = connect(database)) {
            Change change = change(connection, new Plan(List.of(CREATE)));
            assertThatThrownBy(() -> apply(connection, change))
                    .isInstanceOfSatisfying(
                            CommitUnknownException.class,
                            e -> assertThat(e.journalId())
                                    .isEqualTo(change.entry().id()))
                    .hasMessageContaining("schema:info");
        }
        assertThat(database.query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'Web%'"))
                .containsExactly("0");
    }

    @PostgresTest
    void isOnDiskBeforeItIsToldAsMade(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial); CREATE TABLE seen (setting text);"
                + "CREATE FUNCTION look() RETURNS event_trigger LANGUAGE plpgsql AS"
                + " $$ BEGIN INSERT INTO public.seen VALUES (current_setting('synchronous_commit')); END $$;"
                + "CREATE EVENT TRIGGER look ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION look()");
        for (String setting : List.of("off", "remote_apply")) {
            database.execute("ALTER DATABASE " + database.name() + " SET synchronous_commit = " + setting);
            try (Connection connection = connect(database)) {
                Plan plan = new Plan(List.of(CREATE, move(database)));
                apply(connection, change(connection, plan));
                apply(connection, change(connection, plan.inverse()));
                assertThat(show(connection, "synchronous_commit")).isEqualTo(setting);
            }
        }
        assertThat(database.query("SELECT DISTINCT setting FROM seen ORDER BY setting"))
                .containsExactly("on", "remote_apply");
    }

    @PostgresTest
    void aMessageThatArrivesTooLateIsRefused(TestDatabase database) throws SQLException {
        try (Connection connection = connect(database)) {
            Change change = change(connection, new Plan(List.of(CREATE)));
            ServerClock early =
                    new ServerClock(change.read().clock().time().minus(Duration.ofMinutes(1)), System.nanoTime());
            Change late = new Change(
                    change.plan(),
                    new GuardedSnapshot(change.read().snapshot(), change.read().guard(), early),
                    change.entry());
            assertThatThrownBy(() -> apply(connection, late))
                    .isInstanceOf(BusyException.class)
                    .hasMessageContaining("reached the server too late");
            apply(connection, change);
        }
    }

    @PostgresTest
    void anotherRunIsNotDisturbedAndNamed(TestDatabase database) throws SQLException {
        try (Connection other = inTransaction(database)) {
            other.createStatement().execute("SET application_name = 'first'");
            other.createStatement().execute("SELECT pg_advisory_xact_lock(" + RunLock.KEY + ")");
            assertThat(failure(LockedException.class, database, CREATE).holder())
                    .contains("pid " + backend(other), "application 'first'");
            try (TestDatabase elsewhere = database.server().createDatabase();
                    Connection connection = connect(elsewhere)) {
                apply(connection, change(connection, new Plan(List.of(CREATE))));
            }
        }
    }

    @PostgresTest
    void whatIsBusiestIsShutLast(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA b; CREATE TABLE a1 (id int PRIMARY KEY); CREATE TABLE a2 (id int PRIMARY KEY);"
                + "CREATE TABLE a3 (id int) PARTITION BY LIST (id); CREATE TABLE a4 PARTITION OF a3 DEFAULT;"
                + "CREATE TABLE a5 (id int); CREATE VIEW a6 AS SELECT id FROM a5;"
                + "CREATE VIEW a7 AS SELECT a2.id FROM a2, a5; CREATE VIEW a8 AS SELECT id FROM a7;"
                + "CREATE FUNCTION f(a1) RETURNS int LANGUAGE sql AS 'SELECT 1'");
        database.execute("INSERT INTO a1 SELECT generate_series(1, 1000); INSERT INTO a4 SELECT generate_series(1, 50);"
                + "INSERT INTO a2 SELECT generate_series(1, 10)");
        try (Connection connection = connect(database)) {
            // Statistics arrive when the other session is idle or ends.
            await(() -> database.query("SELECT count(*) FROM pg_stat_user_tables WHERE n_tup_ins > 0")
                    .equals(List.of("3")));
            Plan plan = new Planner()
                    .plan(Assigner.assign(
                            GuardedSnapshot.read(connection).snapshot(),
                            new MappingBuilder()
                                    .tables("b", "a1", "a2", "a3", "a5")
                                    .build()));
            List<Shut> shut = apply(connection, change(connection, plan)).shut();
            assertThat(shut)
                    .extracting(s -> s.relation().name().value())
                    .containsExactly("a5", "a6", "a2", "a7", "a8", "a3", "a4", "a1");
            assertThat(apply(connection, change(connection, plan.inverse())).shut())
                    .extracting(s -> s.relation().name().value())
                    .containsExactly("a6", "a5", "a8", "a7", "a2", "a4", "a3", "a1");
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @PostgresTest
    void whatAnEventTriggerDoesBesidesIsFoundAndRolledBack(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial); CREATE TABLE other (id int);"
                + "CREATE FUNCTION meddle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF tg_tag = 'ALTER TABLE' AND current_setting('test.meddling', true) <> '' THEN"
                + "   DECLARE sql text := current_setting('test.meddling'); BEGIN"
                + "     PERFORM set_config('test.meddling', '', true); EXECUTE sql;"
                + "   END; END IF; END $$;"
                + "CREATE EVENT TRIGGER meddle ON ddl_command_end EXECUTE FUNCTION meddle()");
        meddle(database, "CREATE TABLE public.audit_log (id int)", "relation audit_log: new in pg_class");
        meddle(database, "ALTER TABLE public.other ADD COLUMN more int", "table public.other");
        meddle(database, "COMMENT ON TABLE public.other IS 'seen'", "table public.other: new in pg_description");
        meddle(
                database,
                "BEGIN ALTER TABLE public.other ENABLE ROW LEVEL SECURITY; EXCEPTION WHEN OTHERS THEN NULL; END",
                "table public.other");
        meddle(
                database,
                "ALTER TABLE " + TARGET + ".\"Order Items\" SET (fillfactor = 50)",
                "table public.\"Order Items\"");
        meddle(
                database,
                "ALTER TABLE " + TARGET + ".\"Order Items\" SET SCHEMA public",
                "table public.\"Order Items\"");
        meddle(database, "DROP TABLE public.other", "table public.other: gone from pg_class");
        assertThat(database.query(PLACE)).containsExactly("public");
    }

    private static void meddle(TestDatabase database, String sql, String named) throws SQLException {
        String block = sql.startsWith("BEGIN") ? "DO $do$ " + sql + " $do$" : sql;
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("SELECT set_config('test.meddling', $set$" + block + "$set$, false)");
            Change change = change(connection, new Plan(List.of(CREATE, move(database))));
            UnaccountedException e = catchThrowableOfType(UnaccountedException.class, () -> apply(connection, change));
            assertThat(e).as(sql).isNotNull();
            assertThat(e.objects()).as(sql).anySatisfy(o -> assertThat(o).startsWith(named));
        }
    }
}
