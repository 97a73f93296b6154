package io.github.schemasplit.render;

import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.plan.Scenario;
import io.github.schemasplit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A database of a golden folder, with what is rendered for it. */
final class RenderedDatabase {
    static final ScriptContext CONTEXT = new ScriptContext("shop\n\\q", "18.6", Duration.ofSeconds(2));

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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
