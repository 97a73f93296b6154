package io.github.schemasplit.usecase;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.jdbc.ConnectionSettings;
import io.github.schemasplit.jdbc.DatabaseUrl;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.testing.SampleDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A migration of the sample, in a JVM of its own that can be killed. */
final class MigrateTrial {
    /** What it says when it begins. */
    static final String BEGINS = "begins";

    private MigrateTrial() {}

    /**
     * @param arguments the database's URL, and the folder to write to
     */
    public static void main(String[] arguments) {
        ParsedMapping mapping = SampleDatabase.mapping();
        Workplace workplace = new Workplace(
                ConnectionSettings.of(
                        Optional.of(new DatabaseUrl(arguments[0])), Optional.empty(), Optional.empty(), Map.of()),
                true,
                Journal.DEFAULT_SCHEMA,
                Path.of(arguments[1]),
                "1.0-test");
        System.out.println(BEGINS);
        new Migrate(workplace, AllowedHazards.NONE, Goals.PERSISTENCE, ChangeListener.NONE).run(mapping);
    }
}
