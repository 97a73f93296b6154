package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.HazardsConsole;
import io.github.schemasplit.usecase.Generate;
import io.github.schemasplit.usecase.MigrationTool;
import io.github.schemasplit.usecase.WrittenFile;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
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
     * What to write beside {@code rollback.sql}: {@code sql} for {@code migrate.sql}, {@code flyway} for a migration that Flyway takes
     * next, {@code liquibase} for a changelog of Liquibase in formatted SQL, {@code supabase} for a migration that Supabase's command
     * line takes next. Default: {@code sql}.
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

    /**
     * The folder of Liquibase's changelogs. Default: {@code src/main/resources/db/changelog}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LIQUIBASE_DIRECTORY)
    private @Nullable File liquibaseDirectory;

    /**
     * The name of Liquibase's history table. Default: {@code databasechangelog}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LIQUIBASE_TABLE)
    private @Nullable String liquibaseTable;

    /**
     * The folder of the migrations of Supabase's command line. Default: {@code supabase/migrations}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SUPABASE_DIRECTORY)
    private @Nullable File supabaseDirectory;

    @Inject
    GenerateMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        ParsedMapping mapping = mapping();
        Optional<MigrationTool> tool = tool();
        Generate.Result result = follow(listener -> new Generate(
                        workplace(),
                        Optional.of(new Generate.Project(baseDirectory(), backupDirectory(), mapping)),
                        listener)
                .run(mapping.mapping().orElseThrow(), tool));
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

    private Optional<MigrationTool> tool() throws MojoExecutionException {
        Options options = options();
        return switch (options.choice(Property.FORMAT, format, "sql", "flyway", "liquibase", "supabase")) {
            case "flyway" ->
                Optional.of(new MigrationTool.Flyway(
                        folder(Property.FLYWAY_DIRECTORY, flywayDirectory, "src/main/resources/db/migration"),
                        options.text(Property.FLYWAY_TABLE, flywayTable).orElse("flyway_schema_history")));
            case "liquibase" ->
                Optional.of(new MigrationTool.Liquibase(
                        folder(Property.LIQUIBASE_DIRECTORY, liquibaseDirectory, "src/main/resources/db/changelog"),
                        options.text(Property.LIQUIBASE_TABLE, liquibaseTable).orElse("databasechangelog")));
            case "supabase" ->
                Optional.of(new MigrationTool.Supabase(
                        folder(Property.SUPABASE_DIRECTORY, supabaseDirectory, "supabase/migrations"),
                        Clock.systemUTC()));
            default -> Optional.empty();
        };
    }

    private Path folder(String property, @Nullable File configured, String otherwise) throws MojoExecutionException {
        return resolve(options()
                .text(property, configured == null ? null : configured.getPath())
                .orElse(otherwise));
    }
}
