package io.github.schemasplit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

class StateComparisonTest {
    private static final String ITEMS = "table public.\"Order Items\"";

    /** What the database was like after the last tampering. */
    private ObjectStates last = new ObjectStates(List.of());

    @PostgresTest
    void findsEachTamperingAndNothingElse(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        last = states(database);
        assertChanged(database, "GRANT DELETE ON \"Order Items\" TO journal_anon", ITEMS);
        assertChanged(database, "GRANT SELECT (id) ON \"Order Items\" TO journal_anon", ITEMS);
        assertChanged(database, "REVOKE UPDATE (note) ON \"Order Items\" FROM journal_anon", ITEMS);
        assertChanged(database, "ALTER TABLE \"Order Items\" ALTER note SET DEFAULT 'other'", ITEMS);
        assertChanged(database, "ALTER TABLE \"Order Items\" ALTER note SET NOT NULL", ITEMS);
        assertChanged(database, "COMMENT ON TABLE \"Order Items\" IS 'other'", ITEMS);
        assertChanged(database, "COMMENT ON COLUMN \"Order Items\".note IS NULL", ITEMS);
        assertChanged(database, "ALTER TABLE \"Order Items\" DISABLE ROW LEVEL SECURITY", ITEMS);
        assertChanged(database, "ALTER TABLE \"Order Items\" REPLICA IDENTITY FULL", ITEMS);
        assertChanged(
                database,
                "ALTER POLICY \"own rows\" ON \"Order Items\" USING (id > 1)",
                "policy \"own rows\" on " + ITEMS);
        assertChanged(
                database,
                "ALTER TABLE \"Order Items\" DISABLE TRIGGER \"touch it\"",
                "trigger \"touch it\" on " + ITEMS);
        assertChanged(
                database,
                "ALTER TABLE \"Order Items\" RENAME CONSTRAINT \"select\" TO \"from\"",
                "constraint \"from\" on " + ITEMS);
        assertChanged(database, "ALTER INDEX \"idx \\\" SET (fillfactor = 50)", "index public.\"idx \\\"");
        assertChanged(database, "ALTER STATISTICS \"stat é\" SET STATISTICS 50", "statistics object public.\"stat é\"");
        assertChanged(
                database,
                "CREATE OR REPLACE FUNCTION \"touch $1\"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
                "routine public.\"touch $1\"()");
        assertChanged(database, "ALTER FUNCTION \"touch $1\"() SECURITY DEFINER", "routine public.\"touch $1\"()");
        assertChanged(database, "ALTER TYPE \"order Status\" ADD VALUE 'lost'", "type public.\"order Status\"");
        assertChanged(database, "ALTER DOMAIN \"pos%s\" SET DEFAULT 7", "domain public.\"pos%s\"");
        assertChanged(database, "ALTER SEQUENCE alone INCREMENT 5", "sequence public.alone");
        assertChanged(database, "ALTER SEQUENCE alone OWNER TO journal_owner", "sequence public.alone");
        assertChanged(database, "ALTER PUBLICATION \"Pub\" DROP TABLE stays", "publication \"Pub\"");
        assertChanged(database, "GRANT CREATE ON SCHEMA public TO journal_anon", "schema public");
        assertChanged(
                database,
                "CREATE OR REPLACE VIEW \"v\"\"iew\" AS SELECT id, upper(note) AS note FROM \"Order Items\"",
                "rule \"_RETURN\" on view public.\"v\"\"iew\"");
        assertChanged(
                database,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT DELETE ON TABLES TO journal_anon",
                "default privileges of role postgres in schema public");
        assertGone(database, "DROP TRIGGER \"touch it\" ON \"Order Items\"", "trigger \"touch it\" on " + ITEMS);
        assertGone(database, "DROP POLICY \"own rows\" ON \"Order Items\"", "policy \"own rows\" on " + ITEMS);
        assertGone(database, "ALTER TABLE \"Order Items\" DROP CONSTRAINT \"from\"", "constraint \"from\" on " + ITEMS);
        assertGone(database, "DROP INDEX \"idx \\\"", "index public.\"idx \\\"");
        assertGone(
                database, "DROP RULE \"no delete\" ON parted", "rule \"no delete\" on partitioned table public.parted");
        assertGone(database, "DROP TABLE parted_2024", "table public.parted_2024");
        assertGone(database, "DROP MATERIALIZED VIEW mat", "materialized view public.mat");
        assertGone(database, "DROP TYPE \"Pair\"", "composite type public.\"Pair\"");
        assertFound(
                database,
                "CREATE SCHEMA app; ALTER SEQUENCE alone SET SCHEMA app",
                FindingCode.CHANGED_SINCE_MIGRATION,
                Severity.ERROR,
                "sequence app.alone");
    }

    @PostgresTest
    void whatChangesNoDefinitionIsNotFound(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        ObjectStates then = states(database);
        database.execute("INSERT INTO \"Order Items\" (amount) SELECT 5 FROM generate_series(1, 1000); ANALYZE;"
                + "SELECT nextval('alone'); REFRESH MATERIALIZED VIEW mat;"
                + "SET session_replication_role = replica; DELETE FROM \"Order Items\"");
        database.execute("VACUUM");
        database.execute("REINDEX TABLE \"Order Items\"");
        assertThat(findings(database, then)).isEmpty();
    }

    /** As a rollback does, which can give these no other identity. */
    @PostgresTest
    void whatIsMadeAnewAsItWasIsNotFound(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        String policy = "CREATE POLICY \"own rows\" ON \"Order Items\" TO journal_anon USING (id > %d)";
        String grant = "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT %s ON TABLES TO journal_anon";
        database.execute(grant.formatted("SELECT"));
        ObjectStates then = states(database);
        database.execute("DROP POLICY \"own rows\" ON \"Order Items\"");
        database.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM journal_anon");
        assertThat(findings(database, then))
                .extracting(Finding::code)
                .containsExactly(FindingCode.GONE_SINCE_MIGRATION, FindingCode.GONE_SINCE_MIGRATION);
        database.execute(policy.formatted(1) + ";" + grant.formatted("INSERT"));
        assertThat(findings(database, then))
                .extracting(Finding::code)
                .contains(FindingCode.GONE_SINCE_MIGRATION, FindingCode.GONE_SINCE_MIGRATION);
        database.execute("DROP POLICY \"own rows\" ON \"Order Items\"");
        database.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM journal_anon");
        database.execute(policy.formatted(0) + ";" + grant.formatted("SELECT"));
        assertThat(findings(database, then)).isEmpty();
    }

    @PostgresTest
    void newObjectsOfTheSchemasInQuestionAreWorthKnowing(TestDatabase database) throws SQLException {
        ShopDatabase.fill(database);
        database.execute("CREATE SCHEMA elsewhere");
        ObjectStates then = states(database);
        database.execute("CREATE TABLE elsewhere.t (id int PRIMARY KEY); CREATE TABLE \"t %s\" (id int PRIMARY KEY)");
        assertThat(findings(database, then))
                .singleElement()
                .returns(FindingCode.NEW_SINCE_MIGRATION, Finding::code)
                .returns(Severity.INFO, Finding::severity)
                .returns("table public.\"t %s\"", Finding::subject);
    }

    private void assertChanged(TestDatabase database, String tampering, String subject) throws SQLException {
        assertFound(database, tampering, FindingCode.CHANGED_SINCE_MIGRATION, Severity.ERROR, subject);
    }

    private void assertGone(TestDatabase database, String tampering, String subject) throws SQLException {
        assertFound(database, tampering, FindingCode.GONE_SINCE_MIGRATION, Severity.ERROR, subject);
    }

    private void assertFound(
            TestDatabase database, String tampering, FindingCode code, Severity severity, String subject)
            throws SQLException {
        database.execute(tampering);
        Snapshot now = ShopDatabase.read(database);
        List<Finding> findings = findings(last, now);
        last = ObjectStates.of(now, ShopDatabase.JOURNAL);
        assertThat(findings)
                .as(tampering)
                .filteredOn(f -> !f.subject().startsWith("constraint \"Order Items_note_not_null\""))
                .singleElement()
                .returns(code, Finding::code)
                .returns(severity, Finding::severity)
                .returns(subject, Finding::subject);
    }

    private static ObjectStates states(TestDatabase database) throws SQLException {
        return ObjectStates.of(ShopDatabase.read(database), ShopDatabase.JOURNAL);
    }

    @PostgresTest
    void settingsOfTheDatabaseMayBeMeant(TestDatabase database) throws SQLException {
        ObjectStates before = states(database);
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = shop, public");
        assertThat(findings(database, before)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.subject()).isEqualTo("database " + database.name());
        });
    }

    private static List<Finding> findings(TestDatabase database, ObjectStates then) throws SQLException {
        return findings(then, ShopDatabase.read(database));
    }

    private static List<Finding> findings(ObjectStates then, Snapshot now) {
        return new StateComparison(then, ObjectStates.of(now, ShopDatabase.JOURNAL), Expectation.MIGRATED)
                .findings(Set.of(Identifier.of("public")))
                .toList();
    }
}
