package io.github.schemasplit.jdbc;

import static io.github.schemasplit.jdbc.OrderItems.CREATE;
import static io.github.schemasplit.jdbc.OrderItems.OWNER;
import static io.github.schemasplit.jdbc.OrderItems.PLACE;
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

import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.DropSchema;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.RevokeOnSchema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What is said of a change that was not made. */
class ExecutorFailureTest {
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
                .returns(Optional.of(move(database, Identifier.of("b"))), OperationFailedException::operation)
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
                assertThat(grant.operation()).contains(operation);
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

    private static OperationFailedException refused(TestDatabase database, Operation... operations)
            throws SQLException {
        return failure(OperationFailedException.class, database, operations);
    }
}
