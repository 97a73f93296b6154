package io.github.schemasplit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.AccessOperation;
import io.github.schemasplit.plan.AlterRoutine;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.SettingOperation;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import io.github.schemasplit.testing.Turns;
import java.sql.Connection;
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
    /** Something that somebody might do. */
    private record Tampering(String name, String sql, String named) {}

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
        database.execute(TamperedAttempts.TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            TamperedAttempts attempts = new TamperedAttempts(connection);
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
                    for (String command :
                            Turns.of(database.server(), turn, List.of(sql, TamperedAttempts.inBlock(sql)))) {
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
        database.execute(TamperedAttempts.TRIGGER);
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
            TamperedAttempts attempts = new TamperedAttempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(operation, "SELECT 1")).isEmpty();
            assertThat(attempts.failure(operation.inverse(), "SELECT 1")).isEmpty();
            for (Map.Entry<String, String> tampering : tamperings.entrySet()) {
                for (String command : List.of(tampering.getKey(), TamperedAttempts.inBlock(tampering.getKey()))) {
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
        database.execute(TamperedAttempts.TRIGGER);
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
            TamperedAttempts attempts = new TamperedAttempts(connection);
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
                for (String command : List.of(tampering.getKey(), TamperedAttempts.inBlock(tampering.getKey()))) {
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
        database.execute(TamperedAttempts.TRIGGER);
        String ofDatabase = "ALTER DATABASE " + database.name();
        String ofRole = "ALTER ROLE postgres IN DATABASE " + database.name();
        List<String> tamperings = List.of(
                " SET search_path = public", " SET pgrst.db_schemas = 'public'", " SET work_mem = '2MB'", " RESET ALL");
        try (Connection connection = OrderItems.connect(database)) {
            TamperedAttempts attempts = new TamperedAttempts(connection);
            // Makes the journal.
            assertThat(attempts.failure(settings.get(0), "")).isEmpty();
            assertThat(attempts.failure(settings.get(0).inverse(), "")).isEmpty();
            for (SettingOperation setting : settings) {
                for (String alter : List.of(ofDatabase, ofRole)) {
                    for (String tampering : tamperings) {
                        int turn = settings.indexOf(setting) + tamperings.indexOf(tampering);
                        String sql = alter + tampering;
                        for (String command :
                                Turns.of(database.server(), turn, List.of(sql, TamperedAttempts.inBlock(sql)))) {
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
        database.execute(TamperedAttempts.TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            TamperedAttempts attempts = new TamperedAttempts(connection);
            for (Tampering tampering : TAMPERINGS) {
                if (tampering.name().equals("changed journal")) {
                    continue;
                }
                String sql = tampering.sql().formatted("public.bystander");
                for (String command : List.of(sql, TamperedAttempts.inBlock(sql))) {
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
        database.execute(TamperedAttempts.TRIGGER);
        try (Connection connection = OrderItems.connect(database)) {
            TamperedAttempts attempts = new TamperedAttempts(connection);
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
}
