package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.HazardsConsole;
import io.github.schemasplit.usecase.Generate;
import io.github.schemasplit.usecase.WrittenFile;
import java.io.File;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the database and writes the migration and its rollback as SQL files, and a runbook: the checklist for this database, with what is
 * done and what is left to people. Changes nothing in the database. A file whose content would be the same is left alone.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, requiresProject = false, threadSafe = true)
public final class GenerateMojo extends MappingMojo {
    /**
     * What to write: {@code sql} for {@code migrate.sql} and {@code rollback.sql}, or {@code flyway} for a migration that Flyway takes
     * next, and {@code rollback.sql}. Default: {@code sql}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.FORMAT)
    private @Nullable String format;

    /**
     * The folder of Flyway's migrations. Default: {@code src/main/resources/db/migration}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.FLYWAY_DIRECTORY)
    private @Nullable File flywayDirectory;

    /**
     * The name of Flyway's schema history table. Default: {@code flyway_schema_history}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.FLYWAY_TABLE)
    private @Nullable String flywayTable;

    @Inject
    GenerateMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        ParsedMapping mapping = mapping();
        Optional<Generate.Flyway> flyway = flyway();
        Generate.Result result = follow(listener -> new Generate(
                        workplace(),
                        Optional.of(new Generate.Project(baseDirectory(), backupDirectory(), mapping)),
                        listener)
                .run(mapping.mapping().orElseThrow(), flyway));
        if (!result.report().hazards().isEmpty()) {
            print(HazardsConsole.lines(result.report().hazards()));
        }
        if (result.report().plan().isEmpty()) {
            getLog().info("No script to write: the database is as the mapping says.");
        }
        for (WrittenFile file : result.files()) {
            getLog().info((file.changed() ? "Wrote " : "Unchanged: ") + file.path());
        }
    }

    private Optional<Generate.Flyway> flyway() throws MojoExecutionException {
        Options options = options();
        if (options.choice(Property.FORMAT, format, "sql", "flyway").equals("sql")) {
            return Optional.empty();
        }
        String directory = options.text(
                        Property.FLYWAY_DIRECTORY, flywayDirectory == null ? null : flywayDirectory.getPath())
                .orElse("src/main/resources/db/migration");
        String table = options.text(Property.FLYWAY_TABLE, flywayTable).orElse("flyway_schema_history");
        return Optional.of(new Generate.Flyway(resolve(directory), table));
    }
}
