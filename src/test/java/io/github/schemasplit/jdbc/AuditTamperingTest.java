package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.schemasplit.plan.AccessOperation;
import io.github.schemasplit.plan.AlterPolicy;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.CommentOnSchema;
import io.github.schemasplit.plan.CreatePolicy;
import io.github.schemasplit.plan.Notify;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.PolicyOperation;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.Turns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever else happens inside a change's transaction, whichever operation it happens at: nothing is committed, and it is named. */
class AuditTamperingTest {
    /** Does something once, after the first command of the change. */
    private static final String TRIGGER = "CREATE FUNCTION tamper() RETURNS event_trigger LANGUAGE plpgsql AS $$"
            + " DECLARE command text := current_setting('test.command', true); BEGIN"
            + " IF command <> '' THEN PERFORM set_config('test.command', '', true); EXECUTE command; END IF; END $$;"
            + "CREATE EVENT TRIGGER tamper ON ddl_command_end EXECUTE FUNCTION tamper()";

    /** Something that somebody might do. */
    private record Tampering(String name, String sql, String named) {}

    private static final CommentOnSchema COMMENT =
            new CommentOnSchema(EachOperation.TARGET, Optional.of("what is here"), Optional.empty(), "");

    private static final List<Tampering> TAMPERINGS = List.of(
            new Tampering("GRANT", "GRANT SELECT ON %s TO PUBLIC", "table %s: pg_class.relacl"),
            new Tampering("GRANT on a column", "GRANT SELECT (n) ON %s TO PUBLIC", "table %s: pg_attribute.attacl"),
            new Tampering(
                    "dropped trigger", "DROP TRIGGER fired ON %s", "trigger fired on table %s: gone from pg_trigger"),
            new Tampering("altered default", "ALTER TABLE %s ALTER n SET DEFAULT 2", "table %s: new in pg_attrdef"),
            new Tampering(
                    "changed policy",
                    "ALTER POLICY own ON %s USING (true)",
                    "policy own on table %s: pg_policy.polqual"),
            new Tampering("dropped index", "DROP INDEX %s_n", "index %s_n: gone from pg_class"),
            new Tampering("rewritten table", "ALTER TABLE %s ALTER n TYPE bigint", "table %s: pg_attribute.atttypid"),
            new Tampering("emptied table", "TRUNCATE %s", "table %s: pg_class.relfilenode"),
            new Tampering(
                    "changed journal",
                    "GRANT SELECT ON schemasplit.migration TO PUBLIC",
                    "table schemasplit.migration: pg_class.relacl"),
            new Tampering(
                    "replaced routine",
                    "CREATE OR REPLACE FUNCTION public.one() RETURNS int LANGUAGE sql AS $f$ SELECT 2 $f$",
                    "routine public.one(): pg_proc.prosrc"));

    @PostgresTest
    void nothingElseIsCommittedWithAnyOperation(TestDatabase database) throws SQLException {
        List<Operation> operations = EachOperation.in(database);
        database.execute(TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(operations.get(0), "")).isEmpty();
            assertThat(attempts.failure(operations.get(0).inverse(), "")).isEmpty();
            List<String> missed = new ArrayList<>();
            Set<Class<?>> kinds = new HashSet<>();
            for (Operation operation : operations) {
                String table = EachOperation.table(operation);
                for (Tampering tampering : TAMPERINGS) {
                    String sql = tampering.sql().formatted(table);
                    String named = tampering.named().formatted(table.replace("target.", "public."));
                    int turn = operations.indexOf(operation) + TAMPERINGS.indexOf(tampering);
                    // What changes access is audited in one way, so that in the gate a half on each server has to do.
                    if (operation instanceof AccessOperation
                            && !Turns.of(database.server(), turn / 2, List.of(true, false))
                                    .contains(true)) {
                        continue;
                    }
                    for (String command : Turns.of(database.server(), turn, List.of(sql, inBlock(sql)))) {
                        String failure = attempts.failure(operation, command);
                        if (!failure.contains(named)) {
                            missed.add(operation.statement().sql() + " × " + command + ": " + failure);
                        }
                    }
                }
                kinds.add(operation.getClass());
                assertThat(attempts.failure(operation, "SELECT 1"))
                        .as(operation.statement().sql())
                        .isEmpty();
                assertThat(attempts.failure(operation.inverse(), "SELECT 1"))
                        .as(operation.inverse().statement().sql())
                        .isEmpty();
            }
            assertThat(missed).isEmpty();
            assertThat(kinds)
                    .containsExactlyInAnyOrderElementsOf(
                            RecordCodec.records(Operation.class).toList());
        }
        System.out.println("Refused and named, from an event trigger or from an EXCEPTION block in it: "
                + operations.size() + " operations × "
                + TAMPERINGS.stream().map(Tampering::name).collect(Collectors.joining(", ")));
    }

    /** What else about it is changed is named, and its body only when it is not the one of the plan. */
    @PostgresTest
    void nothingElseAboutAReplacedRoutineIsCommitted(TestDatabase database) throws SQLException {
        EachOperation.in(database);
        Operation operation = EachOperation.replacement(database);
        database.execute(TRIGGER);
        String alter = "ALTER FUNCTION public.told(int) ";
        Map<String, String> tamperings = Map.of(
                alter + "OWNER TO pg_monitor",
                "pg_proc.proowner",
                "REVOKE ALL ON FUNCTION public.told(int) FROM PUBLIC",
                "pg_proc.proacl",
                alter + "SECURITY DEFINER",
                "pg_proc.prosecdef",
                alter + "SET search_path = public",
                "pg_proc.proconfig",
                alter + "COST 8",
                "pg_proc.procost",
                alter + "STRICT",
                "pg_proc.proisstrict",
                "CREATE OR REPLACE FUNCTION public.told(n int DEFAULT 1) RETURNS int LANGUAGE plpgsql COST 7 AS"
                        + " $f$BEGIN RETURN n + 1; END$f$",
                "pg_proc.prosrc",
                "CREATE OR REPLACE FUNCTION public.told(n int DEFAULT 2) RETURNS int LANGUAGE plpgsql COST 7 AS $f$"
                        + operation.statement().sql().split("\\$bodyx\\$")[1] + "$f$",
                "pg_proc.proargdefaults");
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
            assertThat(attempts.failure(operation.inverse(), "SELECT 1")).isEmpty();
            for (Map.Entry<String, String> tampering : tamperings.entrySet()) {
                for (String command : List.of(tampering.getKey(), inBlock(tampering.getKey()))) {
                    // At the command that pins the routine, and at the one that replaces it.
                    for (String when : List.of(command, later(command))) {
                        assertThat(attempts.failure(operation, when))
                                .as(when)
                                .endsWith(": routine public.told(integer): " + tampering.getValue());
                    }
                }
            }
            String moved = alter + "SET SCHEMA target";
            assertThat(attempts.failure(operation, later(moved))).endsWith("(integer): pg_proc.pronamespace");
            // Another of that name is made where it was.
            assertThat(attempts.failure(operation, moved)).endsWith(": routine told: new in pg_proc");
            assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
        }
    }

    /** What else is set for it is named, and its search_path only when it is not the one of the plan. */
    @PostgresTest
    void nothingElseAboutARoutineWithAnotherPathIsCommitted(TestDatabase database) throws SQLException {
        EachOperation.in(database);
        AlterRoutine operation =
                EachOperation.alteration(database, "set", Optional.of(EachOperation.path("public", "x y")));
        database.execute(TRIGGER);
        String alter = "ALTER FUNCTION public.set(int) ";
        Map<String, String> tamperings = Map.of(
                alter + "SET search_path = public, target",
                "pg_proc.proconfig",
                alter + "RESET ALL",
                "pg_proc.proconfig",
                alter + "SET work_mem = '2MB'",
                "pg_proc.proconfig",
                alter + "SET \"test.b\" = '1'",
                "pg_proc.proconfig",
                alter + "SECURITY DEFINER",
                "pg_proc.prosecdef",
                "UPDATE pg_catalog.pg_proc SET prosrc = 'SELECT 2' WHERE proname = 'set' AND pronamespace = 'public'::regnamespace",
                "pg_proc.prosrc");
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
            assertThat(settings(database))
                    .containsExactly(
                            "test.a=1, \"2\"",
                            "search_path=\"$user\", public, target, \"a\"\"b\", \"select\", \"größe\"",
                            "work_mem=1MB");
            assertThat(attempts.failure(operation.inverse(), "SELECT 1")).isEmpty();
            assertThat(settings(database))
                    .containsExactly("test.a=1, \"2\"", "search_path=public, \"x y\"", "work_mem=1MB");
            for (Map.Entry<String, String> tampering : tamperings.entrySet()) {
                for (String command : List.of(tampering.getKey(), inBlock(tampering.getKey()))) {
                    // At the command that pins the routine, and at the one that alters it.
                    for (String when : List.of(command, later(command))) {
                        assertThat(attempts.failure(operation, when))
                                .as(when)
                                .endsWith(": routine public.set(integer): " + tampering.getValue());
                    }
                }
            }
            assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
        }
    }

    /** What else is set for the database or its roles is refused, and what the plan sets only when it is not as the plan says. */
    @PostgresTest
    void nothingElseIsSetWithASetting(TestDatabase database) throws SQLException {
        List<SettingOperation> settings = EachOperation.in(database).stream()
                .filter(SettingOperation.class::isInstance)
                .map(SettingOperation.class::cast)
                .toList();
        database.execute(TRIGGER);
        String ofDatabase = "ALTER DATABASE " + database.name();
        String ofRole = "ALTER ROLE postgres IN DATABASE " + database.name();
        List<String> tamperings = List.of(
                " SET search_path = public", " SET pgrst.db_schemas = 'public'", " SET work_mem = '2MB'", " RESET ALL");
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(settings.get(0), "")).isEmpty();
            assertThat(attempts.failure(settings.get(0).inverse(), "")).isEmpty();
            for (SettingOperation setting : settings) {
                for (String alter : List.of(ofDatabase, ofRole)) {
                    for (String tampering : tamperings) {
                        int turn = settings.indexOf(setting) + tamperings.indexOf(tampering);
                        String sql = alter + tampering;
                        for (String command : Turns.of(database.server(), turn, List.of(sql, inBlock(sql)))) {
                            boolean nothing = alter.equals(ofDatabase)
                                    && setting.holder().isPresent()
                                    && tampering.equals(" RESET ALL");
                            assertThat(attempts.failure(setting, command).isEmpty())
                                    .as(setting.statement() + " × " + command)
                                    .isEqualTo(nothing);
                            if (nothing) {
                                assertThat(attempts.failure(setting.inverse(), ""))
                                        .isEmpty();
                            }
                        }
                    }
                }
                assertThat(attempts.failure(setting, "SELECT 1")).isEmpty();
                assertThat(attempts.failure(setting.inverse(), "SELECT 1")).isEmpty();
            }
        }
    }

    /** What an expression is to become only the server can tell; so nobody else may write a policy that the plan writes. */
    @PostgresTest
    void noPolicyIsWrittenOnceMore(TestDatabase database) throws SQLException {
        List<PolicyOperation> operations = EachOperation.in(database).stream()
                .filter(o -> o instanceof CreatePolicy || o instanceof AlterPolicy)
                .map(PolicyOperation.class::cast)
                .toList();
        database.execute(TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(operations.get(0), "")).isEmpty();
            assertThat(attempts.failure(operations.get(0).inverse(), "")).isEmpty();
            for (PolicyOperation operation : operations) {
                String policy = operation instanceof CreatePolicy create
                        ? create.policy().sql()
                        : ((AlterPolicy) operation).policy().sql();
                String tampering =
                        "ALTER POLICY " + policy + " ON " + operation.table().sql() + " USING (true)";
                for (String command : List.of(tampering, inBlock(tampering))) {
                    assertThat(attempts.failure(operation, command)).as(command).endsWith(": pg_policy: rows written");
                }
                assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
            }
            assertThat(operations).hasSize(2);
        }
    }

    private static List<String> settings(TestDatabase database) {
        return database.query("SELECT unnest(proconfig) FROM pg_proc WHERE proname = 'set' AND oid >= 16384");
    }

    private static String later(String command) {
        return "SELECT set_config('test.command', $later$" + command + "$later$, true)";
    }

    /** The first command of the first change is the journal's: what happens there is not the journal's for that. */
    @PostgresTest
    void nothingElseIsCommittedWithTheJournal(TestDatabase database) throws SQLException {
        Operation operation = EachOperation.in(database).get(0);
        database.execute(TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            for (Tampering tampering : TAMPERINGS) {
                if (tampering.name().equals("changed journal")) {
                    continue;
                }
                String sql = tampering.sql().formatted("public.bystander");
                for (String command : List.of(sql, inBlock(sql))) {
                    assertThat(attempts.failure(operation, command))
                            .as(command)
                            .contains(tampering.named().formatted("public.bystander"));
                }
            }
            assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
        }
    }

    @PostgresTest
    void namesWhatWasDoneAndNothingElse(TestDatabase database) throws SQLException {
        Operation operation = EachOperation.in(database).get(0);
        database.execute(TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            Attempts attempts = new Attempts(connection);
            for (Map.Entry<String, String> done : Map.of(
                            "GRANT SELECT (n) ON bystander TO PUBLIC", "table public.bystander: pg_attribute.attacl",
                            "COMMENT ON FUNCTION one() IS 'x'", "routine public.one(): new in pg_description",
                            "ALTER TYPE state ADD VALUE 'old'", "type public.state: new in pg_enum",
                            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
                                    "the whole database: new in pg_default_acl",
                            "DROP POLICY own ON bystander", "policy own on table public.bystander: gone from pg_policy")
                    .entrySet()) {
                String named = attempts.failure(operation, "SET search_path = public; " + done.getKey());
                assertThat(named.substring(named.indexOf(": ") + 2)).isEqualTo(done.getValue());
            }
        }
    }

    private static String inBlock(String sql) {
        return "DO $do$ BEGIN BEGIN " + sql + "; EXCEPTION WHEN raise_exception THEN NULL; END; END $do$";
    }

    /** What fires no event trigger is made together with something that does. */
    private static Plan plan(Operation operation) {
        if (operation instanceof SettingOperation setting) {
            return new Plan(List.of(operation, setting.adds() ? COMMENT : COMMENT.inverse()));
        }
        return operation instanceof Notify ? new Plan(List.of(operation, COMMENT)) : new Plan(List.of(operation));
    }

    /** Attempts to make changes. One that is refused leaves the catalog as it was read, so that it need not be read anew. */
    private static final class Attempts {
        private final Connection connection;
        private Optional<GuardedSnapshot> read = Optional.empty();

        Attempts(Connection connection) {
            this.connection = connection;
        }

        /** What the change is refused for; empty when it is made. */
        String failure(Operation operation, String command) throws SQLException {
            GuardedSnapshot now = read.isPresent() ? read.get() : GuardedSnapshot.read(connection);
            Change change = OrderItems.change(now, plan(operation));
            try (PreparedStatement set = connection.prepareStatement("SELECT set_config('test.command', ?, false)")) {
                set.setString(1, command);
                set.execute();
            }
            RuntimeException failure =
                    catchThrowableOfType(RuntimeException.class, () -> OrderItems.apply(connection, change));
            read = failure == null ? Optional.empty() : Optional.of(now);
            return failure == null ? "" : failure.getMessage();
        }
    }
}
