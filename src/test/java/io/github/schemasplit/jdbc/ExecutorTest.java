package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.AlterSetSchema;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Movable;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ExecutorTest {
    private static final Identifier TARGET = Identifier.of("Web \"Shop\" %s $1 \\ü");
    private static final QualifiedName TABLE = QualifiedName.of("public", "Order Items");
    private static final Identifier OWNER = Identifier.of("postgres");
    private static final CreateSchema CREATE = new CreateSchema(TARGET, OWNER, "");
    private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(100), Duration.ofSeconds(20));
    private static final String TABLES =
            "SELECT nspname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE relname = 'Order Items'";

    @PostgresTest
    void carriesOutThePlanInOrderAndItsInverse(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        Plan plan = new Plan(List.of(CREATE, move(database)));
        try (Connection connection = inTransaction(database)) {
            List<String> told = new ArrayList<>();
            Executor executor = new Executor(connection, SHORT);
            executor.apply(plan, (operation, done) -> told.add(done + " " + operation.subject()));
            connection.commit();
            assertThat(told).containsExactly("1 schema " + TARGET, "2 table public.\"Order Items\"");
            assertThat(database.query(TABLES)).containsExactly(TARGET.value());

            executor.apply(plan.inverse(), (operation, done) -> {});
            connection.commit();
            assertThat(database.query(TABLES)).containsExactly("public");
            assertThat(database.query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'Web%'"))
                    .containsExactly("0");
        }
    }

    @PostgresTest
    void settingsLastForTheTransactionAlone(TestDatabase database) throws SQLException {
        try (Connection connection = inTransaction(database)) {
            new Executor(connection, SHORT).apply(new Plan(List.of(CREATE)), (operation, done) -> {});
            assertThat(show(connection, "lock_timeout")).isEqualTo("100ms");
            assertThat(show(connection, "statement_timeout")).isEqualTo("20s");
            assertThat(show(connection, "search_path")).isEqualTo("pg_catalog, pg_temp");
            connection.rollback();
            assertThat(show(connection, "lock_timeout")).isEqualTo("0");
            assertThat(show(connection, "search_path")).contains("public");
        }
    }

    @PostgresTest
    void saysWhoHoldsTheLockButNotTheirQuery(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        try (Connection other = inTransaction(database)) {
            other.createStatement().execute("SET application_name = 'the shop'");
            other.createStatement().execute("SELECT 'secret' FROM \"Order Items\"");
            OperationFailedException e = failure(database, CREATE, move(database));
            assertThat(e.sqlState()).isEqualTo("55P03");
            assertThat(e.operation()).isEqualTo(move(database));
            assertThat(e)
                    .hasMessageStartingWith("ALTER TABLE public.\"Order Items\" SET SCHEMA " + TARGET
                            + " failed: canceling statement due to lock timeout. ")
                    .hasMessageContaining("pid " + backend(other) + ", application 'the shop', in a transaction for ")
                    .hasMessageNotContaining("secret");
        }
    }

    @PostgresTest
    void saysWhoHoldsTheLockOnAnOwnedSequence(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        try (Connection other = inTransaction(database)) {
            other.createStatement().execute("SELECT last_value FROM \"Order Items_id_seq\"");
            assertThat(failure(database, CREATE, move(database))).hasMessageContaining("pid " + backend(other));
        }
    }

    @PostgresTest
    void saysWhatIsLeftInASchema(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA a; CREATE VIEW a.\"left %s over\" AS SELECT 1");
        assertThat(failure(database, new DropSchema(Identifier.of("a"), OWNER, "")))
                .returns("2BP01", OperationFailedException::sqlState)
                .hasMessageContaining("Move or drop what this tool did not put there")
                .hasMessageContaining("view a.\"left %s over\" depends on schema a");
    }

    @PostgresTest
    void saysWhatToDoAboutAClash(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE \"Order Items\" (id serial); CREATE SCHEMA b; CREATE VIEW b.\"Order Items\" AS SELECT 1");
        assertThat(failure(database, move(database, Identifier.of("b"))))
                .returns("42P07", OperationFailedException::sqlState)
                .hasMessageContaining("rename or drop one of the two");
        assertThat(failure(database, new CreateSchema(Identifier.of("b"), OWNER, "")))
                .returns("42P06", OperationFailedException::sqlState)
                .hasMessageContaining("rename or drop one of the two");
    }

    @PostgresTest
    void saysWhatToDoWithoutRights(TestDatabase database) throws SQLException {
        database.execute(
                "DO $$ BEGIN CREATE ROLE journal_executor LOGIN;"
                        + " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;"
                        + "CREATE TABLE \"Order Items\" (id serial); CREATE SCHEMA b; GRANT USAGE ON SCHEMA b TO journal_executor");
        String url = database.url().replace("user=postgres", "user=journal_executor");
        OperationFailedException owner = failure(DriverManager.getConnection(url), move(database, Identifier.of("b")));
        assertThat(owner.sqlState()).isEqualTo("42501");
        assertThat(owner).hasMessageContaining("must be owner of table").hasMessageContaining("schema:analyze");
        // The server only warns about this one.
        assertThat(failure(
                        DriverManager.getConnection(url),
                        new GrantOnSchema(Privilege.USAGE, Identifier.of("b"), Grantee.PUBLIC, "")))
                .hasMessageContaining("no privileges were granted");
    }

    @PostgresTest
    void aFailureLeavesTheTransactionAsItWas(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE \"Order Items\" (id serial)");
        try (Connection connection = inTransaction(database)) {
            connection.createStatement().execute("CREATE TABLE kept ()");
            Plan plan = new Plan(List.of(CREATE, move(database), new DropSchema(Identifier.of("gone"), OWNER, "")));
            OperationFailedException e = catchThrowableOfType(
                    OperationFailedException.class,
                    () -> new Executor(connection, SHORT).apply(plan, (operation, done) -> {}));
            assertThat(e).hasMessageContaining("schema:analyze");
            connection.commit();
        }
        assertThat(database.query(TABLES)).containsExactly("public");
        assertThat(database.query("SELECT to_regclass('kept')")).containsExactly("kept");
        assertThat(database.query("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'Web%'"))
                .containsExactly("0");
    }

    @PostgresTest
    void aLostConnectionIsAFailureToo(TestDatabase database) throws SQLException {
        try (Connection connection = inTransaction(database)) {
            OperationFailedException e = catchThrowableOfType(
                    OperationFailedException.class,
                    () -> new Executor(connection, SHORT)
                            .apply(
                                    new Plan(List.of(CREATE, CREATE)),
                                    (operation, done) -> database.execute(
                                            "SELECT pg_terminate_backend(" + backendOf(database) + ")")));
            assertThat(e).hasMessageContaining("The connection is lost, too: nothing was changed.");
            assertThatCode(connection::close).doesNotThrowAnyException();
        }
    }

    private static String backendOf(TestDatabase database) {
        return database.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND state = 'idle in transaction'")
                .get(0);
    }

    private static OperationFailedException failure(TestDatabase database, Operation... operations)
            throws SQLException {
        return failure(database.connect(), operations);
    }

    private static OperationFailedException failure(Connection connection, Operation... operations)
            throws SQLException {
        try (connection) {
            connection.setAutoCommit(false);
            return catchThrowableOfType(
                    OperationFailedException.class,
                    () -> new Executor(connection, SHORT)
                            .apply(new Plan(List.of(operations)), (operation, done) -> {}));
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
