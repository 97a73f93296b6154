package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.hazard.Hazard;
import io.github.schemasplit.hazard.HazardId;
import io.github.schemasplit.hazard.HazardSeverity;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.testing.ClientProgram;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PsqlScriptsTest {
    @TempDir
    private Path folder;

    @PostgresTest
    void scriptsDoWhatThePlanDoesAndTakeItBack(TestDatabase database) {
        RenderedDatabase rendered = new RenderedDatabase(database, "hostile-names");
        ObjectStates before = rendered.scenario.states();
        rendered.scenario.execute(rendered.plan);
        ObjectStates planned = rendered.scenario.states();
        rendered.scenario.execute(rendered.plan.inverse());

        rendered.scenario.execute(RenderedDatabase.statements(rendered.migrate()));
        assertThat(withoutNewOids(rendered.scenario.states())).isEqualTo(withoutNewOids(planned));

        rendered.scenario.execute(RenderedDatabase.statements(rendered.rollback()));
        assertThat(rendered.scenario.states()).isEqualTo(before);
    }

    @PostgresTest
    void psqlRunsTheScriptsAsTheyAre(TestDatabase database) throws Exception {
        psqlMovesThereAndBack(database, "hostile-names");
    }

    @PostgresTest
    void psqlGivesRoutinesOtherBodiesAndTakesThemBack(TestDatabase database) throws Exception {
        psqlMovesThereAndBack(database, "routine-bodies");
    }

    @PostgresTest
    void psqlGivesRoutinesOtherPathsAndTakesThemBack(TestDatabase database) throws Exception {
        psqlMovesThereAndBack(database, "routine-paths");
    }

    @PostgresTest
    void changesNothingWhereARoutineHasAnotherPath(TestDatabase database) {
        RenderedDatabase rendered = new RenderedDatabase(database, "routine-paths");
        database.execute(
                "ALTER FUNCTION items(orders) SET search_path = ''; ALTER FUNCTION \"Do It\"(text) RESET search_path;"
                        + "ALTER FUNCTION goes(orders) SET work_mem = '1MB'");
        ObjectStates before = rendered.scenario.states();
        assertThatThrownBy(() -> rendered.scenario.execute(RenderedDatabase.statements(rendered.migrate())))
                .rootCause()
                .hasMessageContaining("(2 of 4 routines); nothing was changed:")
                .hasMessageContaining("routine public.\"Do It\"(text) is not as it was")
                .hasMessageContaining("routine public.items(public.orders) is not as it was");
        assertThat(rendered.scenario.states()).isEqualTo(before);
    }

    private void psqlMovesThereAndBack(TestDatabase database, String golden) throws Exception {
        ClientProgram.psql();
        RenderedDatabase rendered = new RenderedDatabase(database, golden);
        ObjectStates before = rendered.scenario.states();

        assertThat(psql(database, rendered.migrate(), "-1")).isEmpty();
        assertThat(rendered.scenario.plan().isEmpty()).isTrue();
        assertThat(psql(database, rendered.migrate(), "-1")).contains("already applied");

        assertThat(psql(database, rendered.rollback(), "-1")).isEmpty();
        assertThat(rendered.scenario.states()).isEqualTo(before);
        assertThat(psql(database, rendered.rollback(), "-1")).contains("already applied");
    }

    @PostgresTest
    void refusesToRunOutsideATransaction(TestDatabase database) throws Exception {
        ClientProgram.psql();
        RenderedDatabase rendered = new RenderedDatabase(database, "hostile-names");
        ObjectStates before = rendered.scenario.states();

        assertThat(psql(database, rendered.migrate()))
                .contains("this script must run in one transaction; nothing was changed")
                .contains("psql -X -1 -v ON_ERROR_STOP=1 -f migrate.sql");
        assertThat(rendered.scenario.states()).isEqualTo(before);
    }

    @PostgresTest
    void changesNothingWhereATableIsGoneOrItsNameTaken(TestDatabase database) {
        RenderedDatabase rendered = new RenderedDatabase(database, "hostile-names");
        database.execute("DROP TABLE \"select\"; CREATE SCHEMA \"Tar\"\"get \\ %s $1\";"
                + " CREATE VIEW \"Tar\"\"get \\ %s $1\".\"Order Items\" AS SELECT 1");
        ObjectStates before = rendered.scenario.states();

        assertThatThrownBy(() -> rendered.scenario.execute(RenderedDatabase.statements(rendered.migrate())))
                .rootCause()
                .hasMessageContaining("(2 of 10 objects); nothing was changed:")
                .hasMessageContaining("relation public.\"select\" is not there")
                .hasMessageContaining("relation \"Tar\"\"get \\ %s $1\".\"Order Items\" is there already")
                .hasMessageContaining("schema:generate");
        assertThat(rendered.scenario.states()).isEqualTo(before);
    }

    @PostgresTest
    void changesNothingWhereARoutineIsGoneOrHasAnotherBody(TestDatabase database) {
        RenderedDatabase rendered = new RenderedDatabase(database, "routine-bodies");
        database.execute(
                "DROP FUNCTION items(orders);"
                        + " CREATE OR REPLACE FUNCTION goes(o orders) RETURNS int LANGUAGE sql AS 'SELECT max(id) FROM orders'");
        ObjectStates before = rendered.scenario.states();

        assertThatThrownBy(() -> rendered.scenario.execute(RenderedDatabase.statements(rendered.migrate())))
                .rootCause()
                .hasMessageContaining("(2 of 4 routines); nothing was changed:")
                .hasMessageContaining("routine public.items(public.orders) is not there")
                .hasMessageContaining("routine public.goes(public.orders) is not as it was");
        assertThat(rendered.scenario.states()).isEqualTo(before);

        database.execute("DROP FUNCTION goes(orders)");
        assertThatThrownBy(() -> rendered.scenario.execute(RenderedDatabase.statements(rendered.migrate())))
                .rootCause()
                .hasMessageContaining("routine public.goes(public.orders) is not there")
                .hasMessageContaining("(1 of 3 objects)");
    }

    /** What the command does not say it would reset. */
    @PostgresTest
    void changesNothingWhereSomethingElseAboutARoutineIsAnother(TestDatabase database) {
        RenderedDatabase rendered = new RenderedDatabase(database, "routine-bodies");
        List<String> changes =
                List.of("SECURITY DEFINER", "COST 7", "IMMUTABLE", "SET work_mem = '1MB'", "PARALLEL SAFE", "STRICT");
        for (String change : changes) {
            String alter = "ALTER FUNCTION items(%s) ";
            refusesAfter(rendered, rendered.migrate(), database, alter.formatted("orders") + change);
            database.execute(alter.formatted("orders") + "SECURITY INVOKER COST 100 STABLE RESET ALL PARALLEL UNSAFE"
                    + " CALLED ON NULL INPUT");
        }
        rendered.scenario.execute(RenderedDatabase.statements(rendered.migrate()));
        for (String change : changes) {
            String items = database.query("SELECT oid::regprocedure FROM pg_proc WHERE proname = 'items'")
                    .get(0);
            refusesAfter(rendered, rendered.rollback(), database, "ALTER FUNCTION " + items + " " + change);
            database.execute("ALTER FUNCTION " + items
                    + " SECURITY INVOKER COST 100 STABLE RESET ALL PARALLEL UNSAFE CALLED ON NULL INPUT");
        }
        rendered.scenario.execute(RenderedDatabase.statements(rendered.rollback()));
    }

    private static void refusesAfter(RenderedDatabase rendered, String script, TestDatabase database, String change) {
        database.execute(change);
        ObjectStates before = rendered.scenario.states();
        assertThatThrownBy(() -> rendered.scenario.execute(RenderedDatabase.statements(script)))
                .as(change)
                .rootCause()
                .hasMessageContaining("(1 of 4 routines); nothing was changed:")
                .hasMessageContaining("routine public.items(public.orders) is not as it was");
        assertThat(rendered.scenario.states()).as(change).isEqualTo(before);
    }

    @Test
    void saysThatThereIsNothingToDo() {
        assertThat(PsqlScripts.migrate(new Plan(List.of()), RenderedDatabase.CONTEXT)
                        .content())
                .isEqualTo("""
                        -- Moves objects to the schemas that the mapping gives them.
                        --
                        -- Made by schema-maven-plugin for database shop\\u000A\\q on PostgreSQL 18.6.
                        -- Run it in one transaction, so that all of it is done or nothing:
                        --     psql -X -1 -v ON_ERROR_STOP=1 -f migrate.sql <connection>

                        -- Nothing to do: the database is as the mapping says.
                        """);
    }

    @Test
    void itsHeadTellsTheHazardsOfRunningIt() {
        Hazard hazard = new Hazard(
                HazardId.OLD_NAME_LOST, HazardSeverity.SEVERE, List.of("table public.\"a\n; DROP TABLE b; --\""));
        ScriptContext context =
                new ScriptContext("shop", "18.6", List.of(), List.of(hazard), RenderedDatabase.CONTEXT.lockTimeout());
        String head = """
                --     psql -X -1 -v ON_ERROR_STOP=1 -f migrate.sql <connection>
                --
                -- Hazards of running it:
                --     SEVERE OLD_NAME_LOST (1): table public."a\\u000A; DROP TABLE b; --"
                --         Statements that use the old names""";
        assertThat(PsqlScripts.migrate(new Plan(List.of()), context).content()).contains(head);
        assertThat(PsqlScripts.rollback(new Plan(List.of()), context).content()).doesNotContain("OLD_NAME_LOST");
        assertThat(FlywayMigration.of(new Plan(List.of()), context, List.of(), List.of())
                        .get(0)
                        .content())
                .contains("-- Hazards of running it:\n--     SEVERE OLD_NAME_LOST (1): ");
    }

    /** The states but for what each run makes anew: OIDs of schemas and of default privileges. */
    private static List<String> withoutNewOids(ObjectStates states) {
        return states.states().stream()
                .map(s -> s.description() + " " + s.schema())
                .sorted()
                .toList();
    }

    /** Runs a script; what psql says, nothing when all is well. */
    private String psql(TestDatabase database, String script, String... options) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sql"), script);
        List<String> command = new ArrayList<>(List.of(
                "psql",
                "-X",
                "-q",
                "-h",
                "localhost",
                "-p",
                String.valueOf(database.server().port()),
                "-U",
                "postgres",
                "-d",
                database.name(),
                "-f",
                file.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGCLIENTENCODING", "LATIN1");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor() == 0).as(output).isEqualTo(!output.contains("ERROR"));
        return output;
    }
}
