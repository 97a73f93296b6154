package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.ObjectState;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.plan.CommentOnSchema;
import io.github.schemasplit.plan.CreateSchema;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class JournalTest {
    private static final Identifier HOSTILE = Identifier.of("Jour \"nal\" \\ %s $1 ü");
    private static final String ROLE = "journal_member";

    @PostgresTest
    void keepsWhatItWasTold(TestDatabase database) throws SQLException {
        JournalDraft migration = migration();
        JournalDraft rollback = rollbackOf(migration);
        try (Connection connection = database.connect()) {
            Journal journal = new Journal(connection, HOSTILE);
            assertThat(journal.exists()).isFalse();
            assertThat(journal.history()).isEmpty();
            write(connection, journal, migration);
            assertThat(journal.exists()).isTrue();
            JournalEntry entry = journal.last().orElseThrow();
            assertThat(entry.plan()).isEqualTo(migration.plan());
            assertThat(entry)
                    .returns(migration.id(), JournalEntry::id)
                    .returns(1, JournalEntry::number)
                    .returns(JournalAction.MIGRATE, JournalEntry::action)
                    .returns(Optional.empty(), JournalEntry::rolledBack)
                    .returns("postgres", JournalEntry::appliedBy)
                    .returns(migration.pluginVersion(), JournalEntry::pluginVersion)
                    .returns(migration.mapping(), JournalEntry::mapping)
                    .returns(migration.fingerprint(), JournalEntry::fingerprint);
            assertThat(entry.serverVersion())
                    .startsWith(String.valueOf(database.server().major()));
            assertThat(journal.lastMigration()).contains(entry);
            assertThat(journal.statesBefore(entry)).isEqualTo(migration.before());
            assertThat(entry.batch()).isEqualTo(migration.batch());
            assertThat(journal.unfinished()).contains(new Journal.Unfinished(migration.id(), migration.id()));
            assertThat(journal.statesAfter(entry)).isEmpty();
            ObjectStates after = states("bb");
            journal.complete(migration.id(), after);
            assertThat(journal.statesAfter(entry)).contains(after);
            assertThat(journal.last().orElseThrow().batch().isUnfinished()).isFalse();
            assertThat(journal.unfinished()).isEmpty();

            write(connection, journal, rollback);
            assertThat(journal.history()).extracting(JournalEntry::id).containsExactly(migration.id(), rollback.id());
            assertThat(journal.last().orElseThrow().rolledBack()).contains(migration.id());
            assertThat(journal.lastMigration()).isEmpty();
            assertThat(journal.entriesOf(migration.id())).isEmpty();
            assertThat(journal.find(migration.id()).orElseThrow().plan()).isEqualTo(entry.plan());
            assertThat(journal.find(UUID.randomUUID())).isEmpty();
        }
    }

    @PostgresTest
    void saysWhatItIs(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            write(connection, new Journal(connection, Journal.DEFAULT_SCHEMA), migration());
        }
        assertThat(database.query("SELECT obj_description('schemasplit'::regnamespace) LIKE 'Journal of schema-maven%',"
                        + " obj_description('schemasplit.migration'::regclass) LIKE '%schema:rollback%'"))
                .containsExactly("t|t");
    }

    @PostgresTest
    void defaultPrivilegesExposeNothing(TestDatabase database) throws SQLException {
        role(database);
        database.execute("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC;"
                + "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO journal_member WITH GRANT OPTION;"
                + "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO journal_member;"
                + "ALTER DEFAULT PRIVILEGES GRANT ALL ON SCHEMAS TO PUBLIC;"
                + "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM postgres");
        try (Connection connection = database.connect()) {
            Journal journal = new Journal(connection, HOSTILE);
            write(connection, journal, migration());
        }
        assertThat(
                        database.query(
                                "SELECT nspacl IS NULL OR (SELECT bool_and(grantee = nspowner) FROM aclexplode(nspacl)),"
                                        + " relacl IS NULL OR (SELECT bool_and(grantee = relowner) FROM aclexplode(relacl))"
                                        + " FROM pg_namespace n JOIN pg_class c ON relnamespace = n.oid WHERE relname = 'migration'"))
                .containsExactly("t|t");
        try (Connection member = connectAsMember(database)) {
            Journal journal = new Journal(member, HOSTILE);
            assertThat(journal.exists()).isTrue();
            assertThatThrownBy(journal::history)
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.problem()).isEqualTo(JournalException.Problem.NOT_READABLE))
                    .hasMessageContaining("belongs to role postgres");
            assertThatThrownBy(() -> member.createStatement().execute("SELECT * FROM " + HOSTILE + ".migration"))
                    .hasMessageContaining("permission denied");
        }
    }

    @PostgresTest
    void aRoleThatMayMakeSchemasMayKeepAJournal(TestDatabase database) throws SQLException {
        role(database);
        database.execute("GRANT CREATE ON DATABASE " + database.name() + " TO journal_member;"
                + "ALTER DEFAULT PRIVILEGES FOR ROLE journal_member GRANT ALL ON TABLES TO PUBLIC");
        try (Connection member = connectAsMember(database)) {
            Journal journal = new Journal(member, Journal.DEFAULT_SCHEMA);
            write(member, journal, migration());
            assertThat(journal.last().orElseThrow().appliedBy()).isEqualTo(ROLE);
        }
        assertThat(database.query("SELECT has_table_privilege('public', 'schemasplit.migration', 'SELECT')"))
                .containsExactly("f");
    }

    @PostgresTest
    void refusesAJournalOfANewerVersion(TestDatabase database) throws SQLException {
        assertProblem(
                database,
                "UPDATE schemasplit.migration SET format_version = 7, plugin_version = '9.1';"
                        + "ALTER TABLE schemasplit.migration DROP COLUMN mapping",
                JournalException.Problem.NEWER_FORMAT,
                "has format 7; this version of the plugin reads formats up to 5. Use schema-maven-plugin 9.1 or newer");
    }

    @PostgresTest
    void refusesAJournalThatLacksColumns(TestDatabase database) throws SQLException {
        assertProblem(
                database,
                "ALTER TABLE schemasplit.migration DROP COLUMN mapping, DROP COLUMN number",
                JournalException.Problem.BROKEN,
                "schemasplit.migration lacks the columns mapping, number");
    }

    @PostgresTest
    void refusesOperationsThatItCanNotRead(TestDatabase database) throws SQLException {
        assertProblem(
                database,
                "UPDATE schemasplit.migration SET operations = '[{\"EatCake\":{}}]'",
                JournalException.Problem.BROKEN,
                "The operations of entry 1 of the journal schemasplit.migration can not be read: there is no Operation 'EatCake'");
    }

    @PostgresTest
    void refusesAJournalOfARoleThatIsNotTrusted(TestDatabase database) throws SQLException {
        role(database);
        database.execute("GRANT CREATE ON DATABASE " + database.name() + " TO journal_member");
        try (Connection member = connectAsMember(database)) {
            Journal theirs = new Journal(member, HOSTILE);
            write(member, theirs, migration());
        }
        try (Connection connection = database.connect()) {
            Journal journal = new Journal(connection, HOSTILE);
            assertNotOurs(journal::history);
            assertNotOurs(journal::lastMigration);
            assertNotOurs(journal::requireUsableIfExists);
            assertNotOurs(() -> journal.writing(migration()));
            database.execute("ALTER TABLE " + HOSTILE + ".migration OWNER TO postgres");
            assertNotOurs(journal::last);
            database.execute("ALTER SCHEMA " + HOSTILE + " OWNER TO postgres;" + "ALTER TABLE " + HOSTILE
                    + ".migration OWNER TO journal_member");
            assertNotOurs(journal::last);
            database.execute("ALTER TABLE " + HOSTILE + ".migration OWNER TO postgres");
            assertThat(journal.last()).isPresent();
        }
    }

    @PostgresTest
    void trustsTheJournalOfARoleWhoseRightsItHas(TestDatabase database) throws SQLException {
        role(database);
        role(database, "journal_team");
        database.execute("GRANT journal_team TO journal_member;" + "GRANT CREATE ON DATABASE " + database.name()
                + " TO journal_team");
        try (Connection team = connectAs(database, "journal_team")) {
            Journal journal = new Journal(team, Journal.DEFAULT_SCHEMA);
            write(team, journal, migration());
        }
        try (Connection member = connectAsMember(database)) {
            assertThat(new Journal(member, Journal.DEFAULT_SCHEMA).last()).isPresent();
        }
    }

    @PostgresTest
    void refusesAJournalThatRunsOrHidesSomething(TestDatabase database) throws SQLException {
        database.execute("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        try (Connection connection = database.connect()) {
            Journal journal = new Journal(connection, Journal.DEFAULT_SCHEMA);
            journal.requireUsableIfExists();
            write(connection, journal, migration());
            journal.requireUsableIfExists();
            assertMeddling(
                    database,
                    journal,
                    "CREATE TRIGGER \"T %\" BEFORE INSERT ON schemasplit.migration EXECUTE FUNCTION f()",
                    "trigger \"T %\"",
                    "DROP TRIGGER \"T %\" ON schemasplit.migration");
            assertMeddling(
                    database,
                    journal,
                    "CREATE RULE r AS ON INSERT TO schemasplit.migration DO ALSO NOTHING",
                    "rule r",
                    "DROP RULE r ON schemasplit.migration");
            assertMeddling(
                    database,
                    journal,
                    "CREATE POLICY p ON schemasplit.migration USING (true)",
                    "policy p",
                    "DROP POLICY p ON schemasplit.migration");
            assertMeddling(
                    database,
                    journal,
                    "ALTER TABLE schemasplit.migration ENABLE ROW LEVEL SECURITY",
                    "row security",
                    "ALTER TABLE schemasplit.migration DISABLE ROW LEVEL SECURITY");
            assertThat(journal.history()).hasSize(1);
        }
    }

    @PostgresTest
    void takesNoSchemaThatIsInUseOrBelongsToAnother(TestDatabase database) throws SQLException {
        role(database);
        database.execute("CREATE SCHEMA schemasplit; CREATE TYPE schemasplit.mine AS ENUM ()");
        try (Connection connection = database.connect()) {
            Journal journal = new Journal(connection, Journal.DEFAULT_SCHEMA);
            assertThat(journal.exists()).isFalse();
            assertNoPlace(journal, "holds no journal but other things");
            database.execute("DROP TYPE schemasplit.mine; ALTER SCHEMA schemasplit OWNER TO journal_member");
            assertNoPlace(journal, "ALTER SCHEMA schemasplit OWNER TO postgres;");
            journal = new Journal(connection, HOSTILE);
            assertThat(journal.obstacle()).isEmpty();
        }
    }

    @PostgresTest
    void takesAnEmptySchemaOfItsOwnAndClosesIt(TestDatabase database) throws SQLException {
        role(database);
        role(database, "journal_reader");
        try (Connection member = connectAsMember(database)) {
            Journal journal = new Journal(member, HOSTILE);
            assertThat(journal.obstacle().orElseThrow())
                    .contains(
                            "CREATE SCHEMA " + HOSTILE + " AUTHORIZATION journal_member;",
                            "GRANT CREATE ON DATABASE " + database.name() + " TO journal_member;");
            database.execute("CREATE SCHEMA " + HOSTILE + " AUTHORIZATION journal_member;" + "SET ROLE journal_member;"
                    + "GRANT ALL ON SCHEMA " + HOSTILE + " TO journal_reader WITH GRANT OPTION;"
                    + "ALTER DEFAULT PRIVILEGES IN SCHEMA " + HOSTILE + " GRANT ALL ON TABLES TO journal_reader;"
                    + "SET ROLE journal_reader; GRANT ALL ON SCHEMA " + HOSTILE + " TO PUBLIC");
            assertThat(journal.obstacle()).isEmpty();
            write(member, journal, migration());
            assertThat(journal.last()).isPresent();
        }
        assertThat(database.query("SELECT has_schema_privilege('journal_reader', n.oid, 'USAGE'),"
                        + " has_schema_privilege('journal_reader', n.oid, 'CREATE'),"
                        + " has_table_privilege('journal_reader', c.oid, 'SELECT, INSERT')"
                        + " FROM pg_namespace n JOIN pg_class c ON relnamespace = n.oid WHERE relname = 'migration'"))
                .containsExactly("f|f|f");
    }

    private static void assertNoPlace(Journal journal, String message) throws SQLException {
        assertThat(journal.obstacle().orElseThrow()).contains(message, "schema.journalSchema");
        assertThatThrownBy(() -> journal.writing(migration()))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> assertThat(e.problem()).isEqualTo(JournalException.Problem.NO_PLACE))
                .hasMessageContaining(message);
    }

    private static void assertProblem(
            TestDatabase database, String tampering, JournalException.Problem problem, String message)
            throws SQLException {
        try (Connection connection = database.connect()) {
            Journal journal = new Journal(connection, Journal.DEFAULT_SCHEMA);
            write(connection, journal, migration());
            database.execute(tampering);
            assertThatThrownBy(journal::last)
                    .isInstanceOfSatisfying(
                            JournalException.class, e -> assertThat(e.problem()).isEqualTo(problem))
                    .hasMessageContaining(message);
        }
    }

    private static void assertNotOurs(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> assertThat(e.problem()).isEqualTo(JournalException.Problem.NOT_OURS))
                .hasMessageContainingAll("belongs to role journal_member", HOSTILE.sql(), "schema.journalSchema");
    }

    private static void assertMeddling(
            TestDatabase database, Journal journal, String tampering, String name, String undo) {
        database.execute(tampering);
        for (ThrowingCallable work : List.<ThrowingCallable>of(
                journal::last, journal::requireUsableIfExists, () -> journal.writing(migration()))) {
            assertThatThrownBy(work)
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.problem()).isEqualTo(JournalException.Problem.BROKEN))
                    .hasMessageContaining("The journal schemasplit.migration has " + name);
        }
        database.execute(undo);
    }

    private static void write(Connection connection, Journal journal, JournalDraft draft) throws SQLException {
        Block block = new Block();
        block.add("DECLARE ss_grant record; BEGIN");
        for (Statement statement : journal.writing(draft)) {
            block.add(statement.sql() + ";");
        }
        block.add("END");
        connection.setAutoCommit(false);
        try (java.sql.Statement run = connection.createStatement()) {
            run.execute("SET LOCAL search_path = pg_catalog, pg_temp");
            run.execute(block.asDo());
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void role(TestDatabase database) {
        role(database, ROLE);
    }

    private static void role(TestDatabase database, String role) {
        database.execute("DO $$ BEGIN CREATE ROLE " + role + " LOGIN;"
                + " EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$");
    }

    private static Connection connectAsMember(TestDatabase database) throws SQLException {
        return connectAs(database, ROLE);
    }

    private static Connection connectAs(TestDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(database.url().replace("user=postgres", "user=" + role));
    }

    private static JournalDraft migration() {
        Plan plan = new Plan(List.of(
                new CreateSchema(HOSTILE, HOSTILE, "wanted \\ \u0001"),
                new CommentOnSchema(HOSTILE, Optional.of("it's \\u0041"), Optional.empty(), "purpose")));
        UUID id = UUID.randomUUID();
        return new JournalDraft(
                id,
                JournalAction.MIGRATE,
                Optional.empty(),
                new JournalBatch(id, 7),
                "0.1",
                "source: \"public\"\n# ü\n",
                plan,
                "f00d",
                Optional.of(states("aa")));
    }

    private static JournalDraft rollbackOf(JournalDraft migration) {
        return new JournalDraft(
                UUID.randomUUID(),
                JournalAction.ROLLBACK,
                Optional.of(migration.id()),
                JournalBatch.only(migration.id()),
                "0.1",
                migration.mapping(),
                migration.plan().inverse(),
                "beef",
                Optional.empty());
    }

    private static ObjectStates states(String hash) {
        return new ObjectStates(List.of(
                new ObjectState(
                        new ObjectId(Catalog.PG_CLASS, 4_000_000_000L),
                        "table x",
                        Optional.of(HOSTILE),
                        Optional.empty(),
                        hash),
                new ObjectState(
                        new ObjectId(Catalog.PG_TRIGGER, 7),
                        "trigger \"t\"\n",
                        Optional.empty(),
                        Optional.of(ObjectId.relation(4_000_000_000L)),
                        hash)));
    }
}
