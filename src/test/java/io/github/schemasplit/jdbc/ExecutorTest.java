package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.plan.RevokeOnSchema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class ExecutorTest {
    private static final Identifier TARGET = Identifier.of("Web \"Shop\" %s $ss$ \n\n $1 \\ü");
    private static final QualifiedName TABLE = QualifiedName.of("public", "Order Items");
    private static final Identifier OWNER = Identifier.of("postgres");
    private static final CreateSchema CREATE = new CreateSchema(TARGET, OWNER, "");
    private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(100), Duration.ofSeconds(20));
    private static final String PLACE =
            "SELECT nspname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relname = 'Order Items'";

    @PostgresTest
    void makesThePlanAndItsInverseAndWritesBothDown(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        Plan plan = new Plan(List.of(CREATE, move(database)));
        try (Connection connection = connect(database)) {
            List<Shut> shut = apply(connection, change(connection, plan));
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
    void saysWhoHoldsTheLockButNotTheirQuery(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        try (Connection other = inTransaction(database)) {
            other.createStatement().execute("SET application_name = 'the shop'");
            other.createStatement().execute("SELECT 'secret' FROM \"Order Items\"");
            BusyException e = failure(BusyException.class, database, CREATE, move(database));
            assertThat(e)
                    .hasMessageStartingWith("ALTER TABLE public.\"Order Items\" SET SCHEMA " + TARGET
                            + " failed: canceling statement due to lock timeout; the lock is held by ")
                    .hasMessageContaining("pid " + backend(other) + ", application 'the shop', in a transaction for ")
                    .hasMessageNotContaining("secret");
        }
    }

    @PostgresTest
    void saysWhoHoldsTheLockOnAnOwnedSequence(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        try (Connection other = inTransaction(database)) {
            other.createStatement().execute("SELECT last_value FROM \"Order Items_id_seq\"");
            assertThat(failure(BusyException.class, database, CREATE, move(database)))
                    .hasMessageContaining("pid " + backend(other));
        }
    }

    @PostgresTest
    void saysWhatIsLeftInASchema(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA a; CREATE VIEW a.\"left %s over\" AS SELECT 1");
        assertThat(refused(database, new DropSchema(Identifier.of("a"), OWNER, "")))
                .returns("2BP01", OperationFailedException::sqlState)
                .hasMessageContaining("Move or drop what this tool did not put there")
                .hasMessageContaining("view a.\"left %s over\" depends on schema a");
    }

    @PostgresTest
    void saysWhatToDoAboutAClash(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE \"Order Items\" (id serial); CREATE SCHEMA b; CREATE VIEW b.\"Order Items\" AS SELECT 1");
        assertThat(refused(database, CREATE, move(database, Identifier.of("b"))))
                .returns("42P07", OperationFailedException::sqlState)
                .returns(move(database, Identifier.of("b")), OperationFailedException::operation)
                .hasMessageContaining("rename or drop one of the two");
        assertThat(refused(database, new CreateSchema(Identifier.of("b"), OWNER, "")))
                .returns("42P06", OperationFailedException::sqlState)
                .hasMessageContaining("rename or drop one of the two");
    }

    @PostgresTest
    void saysWhatToDoWithoutRights(TestDatabase database) throws SQLException {
        database.execute("DO $$ BEGIN CREATE ROLE journal_executor LOGIN;"
                + " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
                + "CREATE TABLE \"Order Items\" (id serial); CREATE SCHEMA b; GRANT USAGE ON SCHEMA b TO journal_executor;"
                + "GRANT CREATE ON DATABASE " + database.name() + " TO journal_executor");
        String url = database.url().replace("user=postgres", "user=journal_executor");
        try (Connection connection = connect(url)) {
            OperationFailedException owner = catchThrowableOfType(
                    OperationFailedException.class,
                    () -> apply(connection, change(connection, new Plan(List.of(move(database, Identifier.of("b")))))));
            assertThat(owner.sqlState()).isEqualTo("42501");
            assertThat(owner).hasMessageContaining("must be owner of table").hasMessageContaining("schema:analyze");
            // The server only warns about these two.
            for (Operation operation : List.of(
                    new GrantOnSchema(Privilege.USAGE, Identifier.of("b"), Grantee.PUBLIC, ""),
                    new RevokeOnSchema(
                            Privilege.USAGE, Identifier.of("b"), Grantee.of(Identifier.of("journal_executor")), ""))) {
                OperationFailedException grant = catchThrowableOfType(
                        OperationFailedException.class,
                        () -> apply(connection, change(connection, new Plan(List.of(operation)))));
                assertThat(grant.operation()).isEqualTo(operation);
                assertThat(grant).hasMessageContaining("no privileges ").hasMessageContaining("schema's owner");
            }
        }
    }

    @PostgresTest
    void aFailureChangesNothingAndLeavesTheConnectionUsable(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        try (Connection connection = connect(database)) {
            Plan plan = new Plan(List.of(CREATE, move(database), new DropSchema(Identifier.of("gone"), OWNER, "")));
            assertThatThrownBy(() -> apply(connection, change(connection, plan)))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageContaining("schema:analyze");
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(show(connection, "lock_timeout")).isEqualTo("0");
        }
        assertThat(database.query(PLACE)).containsExactly("public");
        assertThat(database.query(
                        "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'Web%' OR nspname = 'schemasplit'"))
                .containsExactly("0");
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
    void aCatalogThatIsNotTheOneThatWasReadIsLeftAlone(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE \"Order Items\" (id serial); CREATE VIEW v AS SELECT 1; CREATE SEQUENCE s;"
                        + "CREATE TYPE e AS ENUM ('a'); CREATE TABLE parent (id int); CREATE SCHEMA b; GRANT CREATE ON SCHEMA b TO PUBLIC");
        for (String ddl : List.of(
                "CREATE TABLE news ()",
                "ALTER TABLE parent RENAME TO ancestor",
                "ALTER SEQUENCE s OWNED BY \"Order Items\".id",
                "ALTER TABLE \"Order Items\" INHERIT ancestor",
                "GRANT SELECT (id) ON \"Order Items\" TO PUBLIC",
                "CREATE INDEX i ON \"Order Items\" (id)",
                "ALTER TABLE \"Order Items\" ADD UNIQUE (id)",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE DOMAIN d AS int",
                "ALTER TYPE e RENAME TO f",
                "CREATE STATISTICS st ON id, ctid FROM news",
                "REVOKE CREATE ON SCHEMA b FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA b GRANT SELECT ON TABLES TO PUBLIC",
                "CREATE PUBLICATION p FOR TABLE \"Order Items\"",
                "DROP VIEW v")) {
            try (Connection connection = connect(database)) {
                Change change = change(connection, new Plan(List.of(CREATE)));
                if (!ddl.startsWith("CREATE STATISTICS")) {
                    database.execute(ddl);
                    assertThatThrownBy(() -> apply(connection, change))
                            .as(ddl)
                            .isInstanceOf(CatalogChangedException.class);
                }
            }
        }
    }

    @PostgresTest
    void trafficAndMaintenanceAreNoChangeOfTheCatalog(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial PRIMARY KEY, t text); CREATE TABLE staging (id int);"
                + "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one");
        try (Connection connection = connect(database);
                Connection other = database.connect()) {
            Change change = change(connection, new Plan(List.of(CREATE, move(database))));
            for (String sql : List.of(
                    "INSERT INTO \"Order Items\" SELECT i, repeat('x', 3000) FROM generate_series(1, 100) i",
                    "TRUNCATE staging",
                    "CREATE TEMP TABLE scratch (id serial PRIMARY KEY, t text)",
                    "REFRESH MATERIALIZED VIEW m",
                    "REINDEX TABLE \"Order Items\"",
                    "VACUUM FULL \"Order Items\"",
                    "ANALYZE")) {
                other.createStatement().execute(sql);
            }
            apply(connection, change);
        }
        assertThat(database.query(PLACE)).containsExactly(TARGET.value());
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
            List<Shut> shut = apply(connection, change(connection, plan));
            assertThat(shut)
                    .extracting(s -> s.relation().name().value())
                    .containsExactly("a5", "a6", "a2", "a7", "a8", "a3", "a4", "a1");
            assertThat(apply(connection, change(connection, plan.inverse())))
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
        meddle(database, "CREATE TABLE public.audit_log (id int)", "a row of pg_class ");
        meddle(database, "ALTER TABLE public.other ADD COLUMN more int", "table public.other");
        meddle(database, "COMMENT ON TABLE public.other IS 'seen'", "a row of pg_description");
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
        meddle(database, "DROP TABLE public.other", null);
        assertThat(database.query(PLACE)).containsExactly("public");
    }

    private static void meddle(TestDatabase database, String sql, String named) throws SQLException {
        String block = sql.startsWith("BEGIN") ? "DO $do$ " + sql + " $do$" : sql;
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("SELECT set_config('test.meddling', $set$" + block + "$set$, false)");
            Change change = change(connection, new Plan(List.of(CREATE, move(database))));
            UnaccountedException e = catchThrowableOfType(UnaccountedException.class, () -> apply(connection, change));
            assertThat(e).as(sql).isNotNull();
            if (named != null) {
                assertThat(e.objects()).as(sql).anySatisfy(o -> assertThat(o).startsWith(named));
            }
        }
    }

    private static List<Shut> apply(Connection connection, Change change) throws SQLException {
        return new Executor(connection, Journal.DEFAULT_SCHEMA, SHORT).apply(change);
    }

    private static Change change(Connection connection, Plan plan) throws SQLException {
        GuardedSnapshot read = GuardedSnapshot.read(connection);
        ObjectStates states = ObjectStates.of(read.snapshot(), Journal.DEFAULT_SCHEMA);
        UUID id = UUID.randomUUID();
        return new Change(
                plan,
                read,
                new JournalDraft(
                        id,
                        JournalAction.MIGRATE,
                        Optional.empty(),
                        JournalBatch.only(id),
                        "test",
                        "it's \\ a %s mapping",
                        plan,
                        states.fingerprint(),
                        Optional.of(states)));
    }

    private static OperationFailedException refused(TestDatabase database, Operation... operations)
            throws SQLException {
        return failure(OperationFailedException.class, database, operations);
    }

    private static <T extends Throwable> T failure(Class<T> type, TestDatabase database, Operation... operations)
            throws SQLException {
        try (Connection connection = connect(database)) {
            Change change = change(connection, new Plan(List.of(operations)));
            return catchThrowableOfType(type, () -> apply(connection, change));
        }
    }

    private static AlterSetSchema move(TestDatabase database) {
        return move(database, TARGET);
    }

    private static AlterSetSchema move(TestDatabase database, Identifier target) {
        long oid = Long.parseLong(
                database.query("SELECT 'public.\"Order Items\"'::regclass::oid").get(0));
        return new AlterSetSchema(Movable.TABLE, ObjectId.relation(oid), TABLE, "", target, "");
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        return connect(database.url());
    }

    /** As {@link Connector} does. */
    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url + "&preferQueryMode=extendedForPrepared&prepareThreshold=0");
    }

    private static Connection inTransaction(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private static int backend(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("SHOW " + setting)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
