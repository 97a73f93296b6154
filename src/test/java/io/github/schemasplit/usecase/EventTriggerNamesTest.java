package io.github.schemasplit.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.catalog.ObjectStates;
import io.github.schemasplit.jdbc.OperationFailedException;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.testing.MappingBuilder;
import io.github.schemasplit.testing.PostgresTest;
import io.github.schemasplit.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;

/** Event triggers whose routines name what moves are told before they fail. */
class EventTriggerNamesTest {
    private final MappingBuilder mapping =
            new MappingBuilder().tables("shop", "Order Items").routineBodies(RoutineBodies.REWRITE);

    @TempDir
    private Path output;

    @PostgresTest
    void theStepsOfTheFindingLetTheMigrationPass(TestDatabase database) {
        database.execute("CREATE TABLE \"Order Items\" (id int);"
                + trigger("My \"Log\"", "INSERT INTO public.\"Order Items\" VALUES (1)", ""));
        Goals goals = Goals.on(database, output);
        ObjectStates before = goals.states();
        List<Finding> findings = findings(goals);
        assertThat(findings).extracting(Finding::subject).containsExactly("event trigger \"My \"\"Log\"\"\"");
        assertThat(findings.get(0).message()).contains("names table public.\"Order Items\"");
        assertThatThrownBy(() -> goals.migrate(mapping)).isInstanceOf(OperationFailedException.class);
        List<String> steps = findings.get(0)
                .remedy()
                .lines()
                .flatMap(l ->
                        Pattern.compile("ALTER EVENT TRIGGER [^;]*;").matcher(l).results())
                .map(m -> m.group())
                .toList();
        database.execute(steps.get(0));
        goals.migrate(mapping);
        database.execute(steps.get(1));
        database.execute("DELETE FROM shop.\"Order Items\"; CREATE TABLE another (id int)");
        assertThat(database.query("SELECT id FROM shop.\"Order Items\"")).containsExactly("1");
        database.execute(steps.get(0));
        goals.rollback();
        database.execute(steps.get(1) + "DROP TABLE another");
        assertThat(goals.states()).isEqualTo(before);
    }

    @PostgresTest
    void aComparisonWithTheSourceSchemaIsTold(TestDatabase database) {
        database.execute("CREATE TABLE \"Order Items\" (id int);"
                + trigger("e", "PERFORM 1 FROM pg_event_trigger_ddl_commands() WHERE schema_name = 'public'", "")
                + trigger(
                        "f",
                        "PERFORM 1 FROM pg_event_trigger_ddl_commands() WHERE object_identity = 'public.\"Order Items\"'",
                        "WHEN TAG IN ('ALTER TABLE', 'DROP TABLE')"));
        assertThat(findings(Goals.on(database, output)))
                .extracting(Finding::subject, f -> f.message().contains("compared with schema_name"))
                .containsExactly(tuple("event trigger e", true), tuple("event trigger f", false));
    }

    @PostgresTest
    void whatDoesNotFireOrNamesNothingIsNotTold(TestDatabase database) {
        database.execute("CREATE TABLE \"Order Items\" (id int); CREATE TABLE notes (t text);"
                + trigger("a", "INSERT INTO notes VALUES (tg_tag)", "")
                + trigger("b", "INSERT INTO \"Order Items\" VALUES (1)", "WHEN TAG IN ('CREATE TABLE')")
                + trigger("c", "INSERT INTO \"Order Items\" VALUES (1)", "")
                + "ALTER EVENT TRIGGER c DISABLE");
        assertThat(findings(Goals.on(database, output))).isEmpty();
    }

    private List<Finding> findings(Goals goals) {
        return goals.analyze(mapping).findings().stream()
                .filter(f -> f.code() == FindingCode.EVENT_TRIGGER_NAMES_MOVED_OBJECT)
                .toList();
    }

    private static String trigger(String name, String statements, String when) {
        String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
        return "CREATE FUNCTION " + quoted + "() RETURNS event_trigger LANGUAGE plpgsql AS $f$BEGIN " + statements
                + "; END$f$; CREATE EVENT TRIGGER " + quoted + " ON ddl_command_end " + when + " EXECUTE FUNCTION "
                + quoted + "();";
    }
}
