package io.github.schemasplit.mojo;

import io.github.schemasplit.backup.Manifest;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.usecase.Restore;
import io.github.schemasplit.usecase.RestoreOrder;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Restores a backup that {@code schema:backup} made into the database of {@code schema.url}, which is made where it does not exist, and
 * must be empty otherwise; compares definitions and numbers of rows with the backup's. What fails leaves nothing behind.
 */
@Mojo(name = "restore", requiresProject = false, threadSafe = true)
public final class RestoreMojo extends SchemaMojo {
    /**
     * The manifest of the backup, the {@code .json} beside its archive. Default: none, it must be named. Example:
     * {@code schema-backups/shop-20260101T120000Z.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.RESTORE)
    private @Nullable File restore;

    /**
     * The name of the database that may be replaced although it is not empty; it must be the one of {@code schema.url}. The backup is
     * restored and compared beside it first, and takes its place then, with all that is in it. Default: none. Example: {@code shop}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.RESTORE_OVER)
    private @Nullable String restoreOver;

    /**
     * How many processes restore at once into a database that is made for it or replaces another, each with a connection of its own.
     * Into one that is there it is one, in one transaction. Default: 1. Example: {@code 4}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.RESTORE_JOBS)
    private @Nullable String restoreJobs;

    /**
     * How long a foreign key of a schema may wait for a table that others use, as {@code 200ms}, when it is restored beside the other
     * schemas. Others queue behind it meanwhile, so it is short, and tried again. Default: 200ms.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_TIMEOUT)
    private @Nullable String lockTimeout;

    /**
     * How often each such foreign key is tried while others hold locks; without it the schema is restored all the same, and that is said.
     * A database is tried to be replaced as often while others are in it, but no more than ten times. Default: 60.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_ATTEMPTS)
    private @Nullable String lockAttempts;

    /**
     * After how long each such foreign key is tried no more, as {@code 10min}. Default: 10min.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_DEADLINE)
    private @Nullable String lockDeadline;

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
    RestoreMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Optional<Path> manifest = path(Property.RESTORE, restore);
        if (manifest.isEmpty()) {
            throw new MojoExecutionException(Property.RESTORE + " is not set: name the manifest of a backup, the .json"
                    + " that schema:backup wrote.");
        }
        BackupOptions backups = new BackupOptions(options(), baseDirectory());
        RestoreOrder order = new RestoreOrder(
                manifest.get(),
                options().text(Property.RESTORE_OVER, restoreOver),
                backups.jobs(Property.RESTORE_JOBS, restoreJobs),
                PersistenceOptions.of(options(), lockTimeout, null, lockAttempts, lockDeadline, null));
        Restore.Result result = follow(
                listener -> new Restore(workplace(), backups.programs(pgBinaries, pgContainer), order, listener).run());
        Manifest restored = result.manifest();
        getLog().info("Restored "
                + restored.schema()
                        .map(name -> "schema " + name)
                        .orElse("database " + restored.database().name())
                + " of " + restored.madeAt() + " into " + workplace().database() + ", which was " + result.database()
                + ": " + Words.count(restored.objects().size(), "object") + " and "
                + Words.count(restored.rows().size(), "table") + " with rows compared with the backup.");
        result.notes().forEach(note -> getLog().warn(note + "."));
    }
}
