package io.github.schemasplit.mojo;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.usecase.Backup;
import io.github.schemasplit.usecase.BackupOrder;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Dumps the database, or schemas of it, with {@code pg_dump}, looks whether the dump is whole, and writes a manifest beside it, by which
 * {@code schema:restore} checks what it restores; changes nothing, and nothing is migrated meanwhile.
 */
@Mojo(name = "backup", requiresProject = false, threadSafe = true)
public final class BackupMojo extends SchemaMojo {
    /**
     * What is backed up: {@code full}, or {@code schema-only} for the definitions without rows. Default: full.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BACKUP_CONTENT)
    private @Nullable String backupContent;

    /**
     * The schemas that get an archive each, which {@code schema:restore} restores by itself, with what it needs of other schemas: types,
     * routines, sequences, extensions; {@code *} for each schema that the database has but the journal's. Default: none, the whole
     * database goes into one archive. Example: {@code ecommerce,banking}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BACKUP_SCHEMAS)
    private @Nullable List<String> backupSchemas;

    /**
     * The format: {@code custom}, one file, or {@code directory}, a folder that several processes write at once. Default: custom.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BACKUP_FORMAT)
    private @Nullable String backupFormat;

    /**
     * How many processes dump at once in the directory format, each with a connection of its own. Default: 1. Example: {@code 4}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BACKUP_JOBS)
    private @Nullable String backupJobs;

    /**
     * The folder that has {@code pg_dump} and {@code pg_restore}; then they are looked for nowhere else. Default: the {@code PATH}, then
     * the folders that packages put them into. Example: {@code /usr/lib/postgresql/16/bin}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.PG_BINARIES)
    private @Nullable File pgBinaries;

    /**
     * A container that runs and has these programs, for where the machine has none that would do: they are run in it by
     * {@code docker exec}. Default: none. Example: {@code postgres}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.PG_CONTAINER)
    private @Nullable String pgContainer;

    @Inject
    BackupMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        BackupOptions backups = new BackupOptions(options(), baseDirectory());
        BackupOrder order = backups.order(backupDirectory(), backupContent, backupSchemas, backupFormat, backupJobs);
        List<Backup.Made> made = follow(
                listener -> new Backup(workplace(), backups.programs(pgBinaries, pgContainer), order, listener).run());
        for (Backup.Made backup : made) {
            Manifest manifest = backup.manifest();
            getLog().info("Backed up "
                    + manifest.schema()
                            .map(name -> "schema " + name)
                            .orElse("database " + manifest.database().name())
                    + " of PostgreSQL " + manifest.origin().serverVersion() + ": "
                    + Words.count(manifest.objects().size(), "object")
                    + (manifest.data()
                            ? ", " + Words.count(manifest.rows().size(), "table") + " with "
                                    + Words.count(manifest.allRows(), "row")
                            : ", without rows")
                    + String.format(
                            Locale.ROOT, ", %.1f MB.", manifest.archive().bytes() / 1024.0 / 1024));
            if (manifest.schema().isPresent() && manifest.largeObjects() > 0) {
                getLog().warn("Not in it: " + Words.count(manifest.largeObjects(), "large object")
                        + ", which are in no schema. A backup of the whole database has them.");
            }
            manifest.warnings().forEach(warning -> getLog().warn("pg_dump warned: " + warning));
            getLog().info("Checked, and described in " + relative(backup.file()) + "; restore it with schema:restore -D"
                    + Property.RESTORE + "=" + relative(backup.file()) + ".");
        }
    }
}
