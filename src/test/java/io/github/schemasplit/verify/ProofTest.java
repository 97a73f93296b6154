package io.github.schemasplit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.testing.PlanRunner;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

class ProofTest {
    private static final String TARGET = ShopDatabase.TARGET.sql();

    @PostgresTest
    void aMoveAndItsInverseAreProvedAndLeaveEveryStateAsItWas(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        try (Connection connection = inTransaction(database)) {
            Snapshot before = new CatalogReader().read(connection);
            Plan plan = plan(before);
            assertThat(plan.operations()).hasSizeGreaterThan(12);
            assertThat(applyAndProve(connection, plan, "")).isEmpty();
            Snapshot moved = new CatalogReader().read(connection);
            assertThat(states(moved)).isNotEqualTo(states(before));
            assertThat(states(moved).fingerprint()).isNotEqualTo(states(before).fingerprint());
            assertThat(Proof.of(before, new Plan(List.of()), moved, ShopDatabase.JOURNAL))
                    .allSatisfy(f -> assertThat(f.remedy())
                            .startsWith("The change itself is made")
                            .doesNotContain("rolled back"))
                    .extracting(Finding::subject)
                    .contains("schema " + TARGET, "table " + TARGET + ".\"Order Items\"");

            assertThat(applyAndProve(connection, plan.inverse(), "")).isEmpty();
            Snapshot back = new CatalogReader().read(connection);
            assertThat(states(back)).isEqualTo(states(before));
            assertThat(states(back).fingerprint()).isEqualTo(states(before).fingerprint());
        }
    }

    @PostgresTest
    void theJournalThatIsMadeOnTheWayIsNoChange(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        try (Connection connection = inTransaction(database)) {
            Snapshot before = new CatalogReader().read(connection);
            Plan plan = plan(before);
            PlanRunner.run(connection, plan);
            connection
                    .createStatement()
                    .execute("CREATE SCHEMA " + ShopDatabase.JOURNAL + " CREATE TABLE migration (id int)");
            assertThat(Proof.of(before, plan, new CatalogReader().read(connection), ShopDatabase.JOURNAL))
                    .isEmpty();
        }
    }

    @PostgresTest
    void whatIsNotInThePlanIsFound(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        assertFound(database, "GRANT DELETE ON public.stays TO journal_anon", "table public.stays");
        assertFound(database, "DROP SEQUENCE public.alone", "sequence public.alone");
        assertFound(database, "COMMENT ON TABLE public.stays IS 'x'", "table public.stays");
        assertFound(database, "REVOKE USAGE ON SCHEMA public FROM journal_anon", "schema public");
        assertFound(database, "CREATE SEQUENCE public.\"new %s\"", "sequence public.\"new %s\"");
        assertFound(
                database,
                "ALTER TABLE " + TARGET + ".\"Order Items\" ALTER note SET DEFAULT 'y'",
                "table " + TARGET + ".\"Order Items\"");
        assertFound(
                database,
                "DROP TRIGGER \"touch it\" ON " + TARGET + ".\"Order Items\"",
                "trigger \"touch it\" on table public.\"Order Items\"");
        assertFound(
                database,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT ON TABLES FROM journal_anon",
                "default privileges of role postgres in schema public");
    }

    @PostgresTest
    void aMoveThatDidNotHappenIsFound(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        try (Connection connection = inTransaction(database)) {
            Snapshot before = new CatalogReader().read(connection);
            Plan plan = plan(before);
            String undo = "ALTER FUNCTION " + TARGET + ".\"touch $1\"() SET SCHEMA public";
            assertThat(applyAndProve(connection, plan, undo))
                    .singleElement()
                    .returns(FindingCode.NOT_IN_PLACE, Finding::code)
                    .returns("routine public.\"touch $1\"()", Finding::subject)
                    .returns("It should be in schema " + TARGET + " and is in public.", Finding::message);
        }
    }

    private static void assertFound(TestDatabase database, String tampering, String subject) throws SQLException {
        try (Connection connection = inTransaction(database)) {
            assertThat(applyAndProve(connection, plan(new CatalogReader().read(connection)), tampering))
                    .as(tampering)
                    .singleElement()
                    .returns(FindingCode.UNPLANNED_CHANGE, Finding::code)
                    .returns(subject, Finding::subject);
        }
    }

    private static List<Finding> applyAndProve(Connection connection, Plan plan, String tampering) throws SQLException {
        Snapshot before = new CatalogReader().read(connection);
        PlanRunner.run(connection, plan);
        connection.createStatement().execute(tampering);
        return Proof.of(before, plan, new CatalogReader().read(connection), ShopDatabase.JOURNAL);
    }

    private static Plan plan(Snapshot snapshot) {
        return new Planner().plan(Assigner.assign(snapshot, ShopDatabase.mapping()));
    }

    private static ObjectStates states(Snapshot snapshot) {
        return ObjectStates.of(snapshot, ShopDatabase.JOURNAL);
    }

    private static Connection inTransaction(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
