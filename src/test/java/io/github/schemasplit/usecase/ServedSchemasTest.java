package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.ApiAnswers;
import io.github.schemasplit.jdbc.ApiCaller;
import io.github.schemasplit.jdbc.ApiRequests;
import io.github.schemasplit.jdbc.ApiTable;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.MappingParser;
import io.github.schemasplit.mapping.MappingSources;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.mapping.YamlMappingReader;
import io.github.schemasplit.plan.AlterRowSecurity;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.RawCatalog;
import io.github.schemasplit.testing.Supabase;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.verify.Expectation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** An API that serves whole schemas serves what the mapping says from the commit of the move on, until that is taken back. */
class ServedSchemasTest {
    private static final String SETTINGS = "SELECT setdatabase = 0, setconfig::text FROM pg_db_role_setting"
            + " WHERE setrole = 'authenticator'::regrole"
            + " AND setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())) ORDER BY 1";

    private static final int INVOKER_VIEWS = 15;

    @TempDir
    private Path output;

    private static MappingBuilder mapping() {
        return new MappingBuilder()
                .tables("It's a Shop", "orders")
                .tables("people", "customers")
                .tables("hidden", "secrets")
                .served("It's a Shop", "people");
    }

    private static void withApi(TestDatabase database, String settings, Runnable test) {
        database.execute("""
                CREATE ROLE served_client; CREATE ROLE authenticator LOGIN NOINHERIT; GRANT served_client TO authenticator;
                CREATE ROLE served_owner LOGIN CREATEROLE;
                CREATE TABLE orders (id int PRIMARY KEY);
                CREATE TABLE customers (id int PRIMARY KEY);
                CREATE TABLE secrets (id int);
                ALTER TABLE orders OWNER TO served_owner; ALTER TABLE customers OWNER TO served_owner;
                ALTER TABLE secrets OWNER TO served_owner;
                GRANT SELECT ON orders, customers TO served_client;
                GRANT CREATE ON SCHEMA public TO served_owner;
                """ + "GRANT CREATE ON DATABASE " + database.name() + " TO served_owner;" + settings);
        try {
            test.run();
        } finally {
            database.execute("DROP SCHEMA IF EXISTS schemasplit, \"It's a Shop\", people, hidden CASCADE;"
                    + "DROP OWNED BY served_client, authenticator, served_owner CASCADE;"
                    + "DROP ROLE served_client, authenticator, served_owner");
        }
    }

    private static List<String> statements(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation instanceof SettingOperation || operation instanceof Notify)
                .map(operation -> operation.statement().sql())
                .toList();
    }

    /** What somebody who listens is told, and how many entries the journal has by then. */
    private static List<String> told(PGConnection listening) {
        try {
            List<String> told = new ArrayList<>();
            try (Statement query = ((Connection) listening).createStatement()) {
                query.execute("SELECT 1");
            }
            for (PGNotification notification : listening.getNotifications(1)) {
                told.add(notification.getName() + ": " + notification.getParameter());
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @PostgresTest
    void theApiServesThemAndIsToldOnceTheyAreThere(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement listen = connection.createStatement()) {
            listen.execute("LISTEN pgrst");
            PGConnection listening = connection.unwrap(PGConnection.class);
            withApi(
                    database,
                    "ALTER ROLE authenticator SET work_mem = '1MB'; ALTER ROLE authenticator SET pgrst.db_schemas = 'public,storage';"
                            + "ALTER ROLE authenticator SET statement_timeout = '8s'",
                    () -> isServed(database, listening));
        }
    }

    private void isServed(TestDatabase database, PGConnection listening) {
        Goals goals = Goals.on(database, output);
        List<String> settings = database.query(SETTINGS);
        List<String> rows = RawCatalog.rows(database);
        assertThat(statements(goals.analyze(mapping()).plan().operations()))
                .containsExactly(
                        "ALTER ROLE authenticator SET pgrst.db_schemas TO 'public,storage, It''s a Shop, people'",
                        "NOTIFY pgrst, 'reload config'",
                        "NOTIFY pgrst, 'reload schema'");
        assertThat(goals.analyze(mapping()).findings())
                .noneMatch(f -> f.code() == FindingCode.SETTING_NAMES_MOVED_OBJECT);
        database.execute(
                "CREATE FUNCTION tamper() RETURNS event_trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN ALTER ROLE authenticator SET work_mem = ''2MB''; END';"
                        + "CREATE EVENT TRIGGER tamper ON ddl_command_end WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION tamper()");
        assertThatThrownBy(() -> goals.migrate(mapping())).isInstanceOf(GoalStoppedException.class);
        assertThat(database.query(SETTINGS)).isEqualTo(settings);
        assertThat(told(listening)).isEmpty();
        database.execute("DROP EVENT TRIGGER tamper; DROP FUNCTION tamper()");

        goals.migrate(mapping());
        assertThat(told(listening)).containsExactly("pgrst: reload config", "pgrst: reload schema");
        assertThat(database.query(SETTINGS))
                .containsExactly(
                        "t|{work_mem=1MB,\"pgrst.db_schemas=public,storage, It's a Shop, people\",statement_timeout=8s}");
        assertThat(goals.analyze(mapping()).plan().isEmpty()).isTrue();
        assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.MIGRATED)
                        .findings())
                .isEmpty();

        goals.rollback();
        assertThat(told(listening)).containsExactly("pgrst: reload config", "pgrst: reload schema");
        assertThat(database.query(SETTINGS)).isEqualTo(settings);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
        assertThat(goals.verify(Goals.parsed(mapping().build()), Expectation.ORIGINAL)
                        .findings())
                .isEmpty();
    }

    @PostgresTest
    void whereNothingIsSetThePublicSchemaStaysTheFirst(TestDatabase database) {
        String own = "ALTER ROLE authenticator IN DATABASE " + database.name() + " SET search_path = public;";
        withApi(database, "CREATE SCHEMA graphql_public;" + own, () -> {
            Goals goals = Goals.on(database, output);
            List<String> settings = database.query(SETTINGS);
            MappingBuilder mapping = mapping().compatibility(Compatibility.SEARCH_PATH);
            assertThat(goals.analyze(mapping).findings())
                    .filteredOn(f -> f.code() == FindingCode.API_SCHEMAS_ASSUMED)
                    .extracting(Finding::subject)
                    .containsExactly("role authenticator");
            new Migrate(
                            goals.workplace(),
                            AllowedHazards.NONE,
                            Batching.ofLocks(1),
                            Goals.PERSISTENCE,
                            ChangeListener.NONE)
                    .run(Goals.parsed(mapping.build()));
            // Each batch has those served to which it moves something.
            assertThat(database.query(SETTINGS))
                    .containsExactly("f|{\"search_path=public, \\\"It's a Shop\\\", people, hidden\","
                            + "\"pgrst.db_schemas=public, graphql_public, people, It's a Shop\"}");
            Contract.Terms terms = new Contract.Terms(List.of(), false, Duration.ZERO, Duration.ZERO);
            new Contract(goals.workplace(), terms, Goals.PERSISTENCE, ChangeListener.NONE).run();
            assertThat(database.query(SETTINGS))
                    .containsExactly("f|{search_path=public,"
                            + "\"pgrst.db_schemas=public, graphql_public, people, It's a Shop\"}");
            goals.rollback();
            database.execute("ALTER ROLE authenticator IN DATABASE " + database.name()
                    + " SET pgrst.db_schemas = 'mine, people'");
            assertThat(goals.rollbackByForce().left())
                    .containsExactly(
                            "role authenticator has another pgrst.db_schemas now, which stays, and the API fails"
                                    + " while people is in it and not in the database");
            database.execute("ALTER ROLE authenticator IN DATABASE " + database.name() + " RESET pgrst.db_schemas");
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
        });
    }

    @PostgresTest
    void staysAsItIsWhereOneOfItsSchemasDoes(TestDatabase database) {
        withApi(database, "ALTER ROLE authenticator SET pgrst.db_schemas = 'public'", () -> {
            Goals goals = Goals.on(database, output);
            new Migrate(
                            goals.workplace(),
                            AllowedHazards.NONE,
                            Batching.ofLocks(1),
                            Goals.PERSISTENCE,
                            ChangeListener.NONE)
                    .run(Goals.parsed(mapping().build()));
            List<String> settings = database.query(SETTINGS);
            database.execute("CREATE TABLE people.kept (id int)");
            assertThat(goals.rollbackByForce().left())
                    .contains(
                            "role authenticator keeps its pgrst.db_schemas, since schema people keeps something, and the API"
                                    + " fails while \"It's a Shop\" is in it and not in the database");
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
        });
    }

    @PostgresTest
    void whoMayNotSetItIsToldWhatSomebodyElseMust(TestDatabase database) {
        withApi(database, "ALTER ROLE authenticator SET pgrst.db_schemas = 'public'", () -> {
            Goals goals = Goals.on(database, output).as("served_owner");
            assertThat(statements(goals.analyze(mapping()).plan().operations()))
                    .containsExactly("NOTIFY pgrst, 'reload schema'");
            assertThat(goals.analyze(mapping()).findings())
                    .filteredOn(f -> f.code() == FindingCode.API_SCHEMAS_NOT_SET)
                    .singleElement()
                    .extracting(Finding::remedy)
                    .asString()
                    .contains("ALTER ROLE authenticator SET pgrst.db_schemas TO 'public, It''s a Shop, people';"
                            + " NOTIFY pgrst, 'reload config'; NOTIFY pgrst, 'reload schema';")
                    .contains("schemas = [\"public\", \"It's a Shop\", \"people\"]");
        });
    }

    @PostgresTest
    void whomSupabasesModuleTrustsMaySetIt(TestDatabase database) {
        // Without the module these are settings like others, which say who is trusted and with what.
        withApi(
                database,
                "ALTER ROLE served_owner NOCREATEROLE; CREATE ROLE served_trusted; GRANT served_trusted TO served_owner;"
                        + "ALTER ROLE served_owner SET supautils.privileged_role = 'served_trusted';"
                        + "ALTER ROLE served_owner SET supautils.privileged_role_allowed_configs = 'plan_filter.*, pgrst.*, wal_compression';",
                () -> {
                    try {
                        Goals goals = Goals.on(database, output).as("served_owner");
                        assertThat(statements(goals.analyze(mapping()).plan().operations()))
                                .first()
                                .asString()
                                .startsWith("ALTER ROLE authenticator IN DATABASE");
                        database.execute(
                                "ALTER ROLE served_owner SET supautils.privileged_role_allowed_configs = 'plan_filter.*'");
                        assertThat(goals.analyze(mapping()).findings())
                                .anyMatch(f -> f.code() == FindingCode.API_SCHEMAS_NOT_SET);
                    } finally {
                        database.execute("DROP ROLE served_trusted");
                    }
                });
    }

    @PostgresTest
    void requestsToASupabaseProjectAreAnsweredByOldNamesAndNewOnesUntilItIsTakenBack(@Supabase TestDatabase database)
            throws SQLException {
        database.execute("""
                CREATE TABLE orders (id int PRIMARY KEY, user_id uuid); CREATE TABLE customers (id int PRIMARY KEY);
                CREATE SCHEMA archive; CREATE TABLE archive.logs (id int); GRANT USAGE ON SCHEMA archive TO anon;
                GRANT ALL ON archive.logs TO anon;
                INSERT INTO orders SELECT n, md5((n % 2)::text)::uuid FROM generate_series(1, 5) n;
                INSERT INTO customers VALUES (1); INSERT INTO archive.logs VALUES (1);
                ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
                CREATE POLICY own ON orders TO authenticated USING (user_id = auth.uid());
                """);
        boolean hasViews = database.server().major() >= INVOKER_VIEWS;
        ParsedMapping mapping = MappingParser.parse(
                MappingSources.of(YamlMappingReader.read("""
                schemas:
                  archive: { tables: [logs], api: served, rowSecurity: { enable: all } }
                  It's a Shop: { tables: [orders], api: served, access: { preset: supabase }, compatibility: %s }
                  people: { tables: [customers], api: served }
                compatibility: views
                """.formatted(hasViews ? "views" : "none"), "mapping.yml")));
        String user = database.query("SELECT md5('1')::uuid").get(0);
        List<ApiCaller> callers = List.of(
                new ApiCaller(Identifier.of("anon"), "{\"role\": \"anon\"}"),
                new ApiCaller(
                        Identifier.of("authenticated"), "{\"role\": \"authenticated\", \"sub\": \"" + user + "\"}"),
                new ApiCaller(Identifier.of("service_role"), "{\"role\": \"service_role\"}"));
        Goals goals = Goals.on(database, output);
        List<String> settings = database.query(SETTINGS);
        List<String> rows = RawCatalog.rows(database);
        try (Connection connection = database.connect()) {
            ApiRequests requests =
                    new ApiRequests(connection, List.of(Identifier.of("public"), Identifier.of("extensions")));
            List<ApiTable> tables = List.of(
                    ApiTable.read(connection, QualifiedName.of("public", "orders")),
                    ApiTable.read(connection, QualifiedName.of("public", "customers")));
            ApiAnswers before = requests.answers(callers, tables);
            Migrate.Result migration = goals.migrate(mapping);
            assertThat(migration.batches()).hasSize(2);
            List<ApiTable> renamed = List.of(
                    tables.get(0).under(connection, QualifiedName.of("It's a Shop", "orders")),
                    tables.get(1).under(connection, QualifiedName.of("people", "customers")));
            assertThat(before.differences(requests.answers(callers, renamed))).isEmpty();
            if (hasViews) {
                assertThat(before.differences(requests.answers(callers, tables)))
                        .isEmpty();
            }
            // What the API serves already is served with the move, and what it does not after all is settled.
            assertThat(goals.history())
                    .extracting(entry -> entry.plan().operations().stream()
                            .filter(o -> o instanceof AlterServedSchemas || o instanceof AlterRowSecurity)
                            .map(o -> o.statement().sql())
                            .toList())
                    .containsExactly(
                            List.of("ALTER ROLE authenticator SET pgrst.db_schemas TO"
                                    + " 'public, graphql_public, It''s a Shop, people'"),
                            List.of(
                                    "ALTER TABLE archive.logs ENABLE ROW LEVEL SECURITY",
                                    "ALTER ROLE authenticator SET pgrst.db_schemas TO"
                                            + " 'public, graphql_public, It''s a Shop, people, archive'"));
            assertThat(goals.verify(mapping, Expectation.MIGRATED).findings()).isEmpty();
            database.execute("ALTER ROLE authenticator SET pgrst.db_schemas TO 'public, It''s a Shop, people'");
            assertThat(goals.verify(mapping, Expectation.MIGRATED).findings())
                    .extracting(Finding::code)
                    .contains(FindingCode.API_NOT_AS_MAPPED);
            assertThat(goals.migrate(mapping).migration()).isPresent();
            goals.rollback();
            database.execute("ALTER ROLE authenticator SET pgrst.db_schemas TO"
                    + " 'public, graphql_public, It''s a Shop, people, archive'");
            goals.rollback();
            assertThat(before.differences(requests.answers(callers, tables))).isEmpty();
        } finally {
            database.execute("ALTER ROLE authenticator SET pgrst.db_schemas TO 'public, graphql_public'");
        }
        assertThat(database.query(SETTINGS)).isEqualTo(settings);
        assertThat(RawCatalog.difference(rows, RawCatalog.rowsWithoutJournal(database)))
                .isEmpty();
    }

    @PostgresTest
    void scriptsDoTheSame(TestDatabase database) {
        ClientProgram psql = ClientProgram.psql();
        withApi(database, "CREATE SCHEMA archive; CREATE TABLE archive.logs (id int);", () -> {
            List<String> settings = database.query(SETTINGS);
            MappingBuilder mapping = mapping().tables("archive", "logs").served("archive");
            Goals.on(database, output).generate(Goals.parsed(mapping.build()), Optional.empty());
            database.execute("ALTER ROLE authenticator SET pgrst.db_schemas = 'public, other'");
            run(
                    psql,
                    database,
                    "migrate.sql",
                    "role authenticator has by other settings the pgrst.db_schemas public, other");
            database.execute("ALTER ROLE authenticator RESET pgrst.db_schemas");
            run(psql, database, "migrate.sql", "");
            assertThat(database.query(SETTINGS))
                    .containsExactly("f|{\"pgrst.db_schemas=public, It's a Shop, people, archive\"}");
            run(psql, database, "rollback.sql", "");
            assertThat(database.query(SETTINGS)).isEqualTo(settings);
        });
    }

    private void run(ClientProgram psql, TestDatabase database, String script, String refusal) {
        ClientProgram.Outcome outcome = psql.script(database, output.resolve(script));
        assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(refusal.isEmpty() ? 0 : 3);
        assertThat(outcome.text()).contains(refusal);
    }
}
