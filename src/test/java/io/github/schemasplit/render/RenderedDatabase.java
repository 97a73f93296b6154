package io.github.schemasplit.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A database of a golden folder, with what is rendered for it. */
final class RenderedDatabase {
    static final ScriptContext CONTEXT =
            new ScriptContext("shop\n\\q", "18.6", List.of(), List.of(), Duration.ofSeconds(2));

    private static final String PSQL_COMMAND = "\n\\set ON_ERROR_STOP on\n";

    final TestDatabase database;
    final Scenario scenario;
    final Plan plan;

    RenderedDatabase(TestDatabase database, String folder) {
        this.database = database;
        Path golden = Path.of("src/test/resources/golden", folder);
        database.execute(read(golden.resolve("before.sql")));
        this.scenario = new Scenario(database, read(golden.resolve("mapping.yml")));
        this.plan = scenario.plan();
    }

    String migrate() {
        return PsqlScripts.migrate(plan, CONTEXT).content();
    }

    String rollback() {
        return PsqlScripts.rollback(plan, CONTEXT).content();
    }

    /** What a script tells the server: all of it but psql's own command, which must be in it. */
    static String statements(String script) {
        assertThat(script).containsOnlyOnce(PSQL_COMMAND);
        return script.replace(PSQL_COMMAND, "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
