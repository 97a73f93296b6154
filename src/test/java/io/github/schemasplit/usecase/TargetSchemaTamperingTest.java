package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** An event trigger that changes what the operations change, too, the schemas of the plan and the journal, or what few may read. */
class TargetSchemaTamperingTest {
    private static final String ACL = "schema %s: pg_namespace.nspacl";
    private static final String DEFAULTS = "schema %s: pg_default_acl.defaclacl";

    private static final Map<String, String> TAMPERINGS = Map.of(
            "GRANT USAGE ON SCHEMA %s TO pg_monitor",
            ACL,
            "GRANT CREATE ON SCHEMA %s TO PUBLIC",
            ACL,
            "GRANT USAGE ON SCHEMA %s TO clerk WITH GRANT OPTION",
            ACL,
            "REVOKE USAGE ON SCHEMA %s FROM postgres",
            ACL,
            "ALTER SCHEMA %s OWNER TO clerk",
            "schema %s: pg_namespace.nspowner",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT SELECT ON TABLES TO PUBLIC",
            DEFAULTS,
            "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT EXECUTE ON FUNCTIONS TO clerk",
            DEFAULTS);

    @TempDir
    private Path output;

    @PostgresTest
    void isRefusedAndNamed(TestDatabase database) {
        prepare(database);
        List<String> refused = new ArrayList<>();
        for (String tag : List.of("CREATE SCHEMA", "GRANT", "ALTER DEFAULT PRIVILEGES", "ALTER TABLE")) {
            for (String schema : List.of("made", "there")) {
                TAMPERINGS.forEach((statement, named) -> {
                    tamper(database, tag, statement.formatted(schema), "to_regnamespace('" + schema + "') IS NOT NULL");
                    assertIsRefused(database, named.formatted(schema), tag + " " + statement);
                    refused.add(tag + statement);
                });
            }
        }
        assertThat(refused).hasSize(4 * 2 * TAMPERINGS.size());
        stop(database);
        assertThat(migrate(database).migration()).isPresent();
        for (String tag : List.of("ALTER TABLE", "REVOKE")) {
            tamper(database, tag, "GRANT CREATE ON SCHEMA there TO PUBLIC", "true");
            List<String> rows = RawCatalog.rows(database);
            assertThatThrownBy(() -> goals(database).rollback())
                    .as("rollback, " + tag)
                    .isInstanceOfSatisfying(
                            GoalStoppedException.class,
                            e -> assertThat(e.findings())
                                    .anyMatch(f -> f.subject().equals(ACL.formatted("there"))));
            assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
        }
        stop(database);
        goals(database).rollback();
    }

    @PostgresTest
    void ofTheJournalIsRefusedWhenItIsMadeAndAfterwards(TestDatabase database) {
        prepare(database);
        String journal = Goals.JOURNAL;
        // What default privileges give is taken away when the journal is made.
        database.execute("ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO clerk");
        for (String tag : List.of("REVOKE", "CREATE SCHEMA", "ALTER TABLE")) {
            tamper(
                    database,
                    tag,
                    "GRANT SELECT ON " + journal + ".migration TO pg_monitor",
                    "to_regclass('" + journal + ".migration') IS NOT NULL");
            assertIsRefused(database, "migration: ", tag);
        }
    }

    @PostgresTest
    void whatFewMayReadIsCounted(TestDatabase database) {
        prepare(database);
        for (Map.Entry<String, String> tampering : Map.of(
                        "ALTER ROLE clerk BYPASSRLS", "catalog pg_authid: rows written",
                        "COMMENT ON ROLE clerk IS 'other'", "catalog pg_shdescription: rows written",
                        "CREATE USER MAPPING FOR clerk SERVER far", "catalog pg_user_mapping: rows written")
                .entrySet()) {
            tamper(database, "ALTER TABLE", tampering.getKey(), "true");
            assertIsRefused(database, tampering.getValue(), tampering.getKey());
        }
    }

    private static void prepare(TestDatabase database) {
        database.execute("DO $$BEGIN CREATE ROLE clerk; EXCEPTION WHEN duplicate_object THEN NULL; END$$;"
                + "CREATE TABLE orders (id int); CREATE TABLE items (id int); GRANT SELECT ON orders TO clerk;"
                + " GRANT SELECT ON items TO clerk; CREATE SCHEMA there;"
                + " ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO clerk;"
                + " CREATE EXTENSION postgres_fdw; CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw");
    }

    /** The event trigger does its statement once in a transaction. */
    private static void tamper(TestDatabase database, String tag, String statement, String condition) {
        stop(database);
        database.execute("CREATE FUNCTION tamper() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN"
                + " IF (current_setting('test.done', true) = 'yes') IS NOT TRUE AND " + condition + " THEN"
                + " PERFORM set_config('test.done', 'yes', true); " + statement + "; END IF; END$$;"
                + " CREATE EVENT TRIGGER tamper ON ddl_command_end WHEN TAG IN ('" + tag
                + "') EXECUTE FUNCTION tamper()");
    }

    private static void stop(TestDatabase database) {
        database.execute("DROP FUNCTION IF EXISTS tamper CASCADE");
    }

    private void assertIsRefused(TestDatabase database, String named, String as) {
        List<String> rows = RawCatalog.rows(database);
        assertThat(catchThrowable(() -> migrate(database)))
                .as(as)
                .isInstanceOfSatisfying(
                        GoalStoppedException.class,
                        e -> assertThat(e.findings()).anyMatch(f -> f.subject().contains(named)));
        assertThat(RawCatalog.difference(rows, RawCatalog.rows(database))).isEmpty();
    }

    private Migrate.Result migrate(TestDatabase database) {
        return goals(database)
                .migrate(new MappingBuilder().tables("made", "orders").tables("there", "items"));
    }

    private Goals goals(TestDatabase database) {
        return Goals.on(database, output);
    }
}
