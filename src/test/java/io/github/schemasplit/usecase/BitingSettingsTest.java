package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.Turns;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Settings of the database or of the role that would change what statements mean, or whether they run at all. */
class BitingSettingsTest {
    private static final List<String> SETTINGS = List.of(
            "search_path = ''",
            "search_path = evil, public",
            "row_security = off",
            "default_transaction_read_only = on",
            "default_transaction_isolation = serializable",
            "default_transaction_deferrable = on",
            "statement_timeout = '250ms'",
            "lock_timeout = '1ms'",
            "idle_in_transaction_session_timeout = '250ms'",
            "idle_session_timeout = '1s'", // 14+
            "transaction_timeout = '250ms'", // 17+
            "event_triggers = off", // 17+
            "session_replication_role = replica",
            "track_counts = off",
            "synchronous_commit = off",
            "quote_all_identifiers = on",
            "standard_conforming_strings = off",
            "escape_string_warning = on",
            "backslash_quote = off",
            "check_function_bodies = off",
            "plan_cache_mode = force_custom_plan",
            "enable_seqscan = off",
            "client_encoding = 'LATIN1'",
            "bytea_output = escape",
            "\"DateStyle\" = 'SQL, DMY'",
            "\"IntervalStyle\" = sql_standard",
            "extra_float_digits = -15",
            "array_nulls = off",
            "transform_null_equals = on",
            "client_min_messages = error",
            "log_min_duration_statement = 0");

    /** Would be taken for the server's, if they were looked up in this schema. */
    private static final String EVIL = """
            CREATE SCHEMA evil;
            CREATE FUNCTION evil.md5(text) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
            CREATE FUNCTION evil.coalesced(text) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
            CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT ''2000-01-01''::timestamptz';
            CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = oidne);
            CREATE TABLE evil.pg_class (oid oid);
            GRANT USAGE ON SCHEMA evil TO PUBLIC;
            """;

    @TempDir
    private Path output;

    @PostgresTest
    void ofADatabaseOrARoleBiteNobody(TestDatabase database) {
        for (String setting : SETTINGS) {
            List<String> ways = List.of("ALTER DATABASE %s SET ", "ALTER ROLE postgres IN DATABASE %s SET ");
            Turns.of(database.server(), SETTINGS.indexOf(setting), ways)
                    .forEach(alter -> check(database, setting, alter + setting));
        }
    }

    /** A limit on whole transactions ends no change that takes longer; how long that may take is limited by our own. */
    @PostgresTest(takesLong = true)
    void noChangeIsEndedForBeingLong(TestDatabase database) {
        if (database.query("SELECT 1 FROM pg_settings WHERE name = 'transaction_timeout'")
                .isEmpty()) {
            return; // This server does not know it.
        }
        database.execute(
                "CREATE TABLE orders (id int); CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN IF tg_tag = 'ALTER TABLE' THEN PERFORM pg_sleep(0.6); END IF; END $$;"
                        + "CREATE EVENT TRIGGER slow ON ddl_command_end EXECUTE FUNCTION slow(); ALTER DATABASE "
                        + database.name() + " SET transaction_timeout = '500ms'");
        assertThat(Goals.on(database, output)
                        .migrate(new MappingBuilder().tables("shop", "orders"))
                        .batches())
                .hasSize(1);
    }

    private void check(TestDatabase database, String setting, String statement) {
        String name = setting.substring(0, setting.indexOf(' ')).replace("\"", "");
        if (database.query("SELECT 1 FROM pg_settings WHERE lower(name) = lower('" + name + "')")
                .isEmpty()) {
            return; // This server does not know it.
        }
        try (TestDatabase fresh = database.server().createDatabase()) {
            fresh.execute(EVIL + """
                    CREATE TYPE state AS ENUM ('new');
                    CREATE TABLE orders (id serial PRIMARY KEY, state state DEFAULT 'new', at date DEFAULT '2026-12-11');
                    CREATE TABLE items (id int REFERENCES orders);
                    CREATE FUNCTION counted(at date DEFAULT '2026-12-11', way text DEFAULT E'\\\\', v int[] DEFAULT '{NULL}') RETURNS bigint
                        LANGUAGE sql AS 'SELECT count(*) FROM public.orders';
                    CREATE VIEW open_orders AS SELECT * FROM orders WHERE at > '2026-11-12';
                    ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
                    ALTER TABLE orders FORCE ROW LEVEL SECURITY;
                    """);
            Goals goals = Goals.on(fresh, output);
            ObjectStates before = goals.states();
            database.execute(statement.formatted(fresh.name()));
            MappingBuilder mapping = new MappingBuilder()
                    .tables("shop", "*")
                    .types("shop", "state")
                    .routineBodies(RoutineBodies.REWRITE);
            assertThat(goals.migrate(mapping).batches())
                    .as(setting)
                    .allSatisfy(b -> assertThat(b.doubts()).isEmpty());
            assertThat(goals.verify(Goals.parsed(mapping.build()), Expectation.MIGRATED)
                            .findings())
                    .as(setting)
                    .isEmpty();
            goals.rollback();
            database.execute("ALTER DATABASE " + fresh.name() + " RESET ALL; ALTER ROLE postgres IN DATABASE "
                    + fresh.name() + " RESET ALL");
            assertThat(goals.states()).as(setting).isEqualTo(before);
        }
    }
}
