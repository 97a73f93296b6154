package io.github.schemasplit.mojo;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.usecase.Applied;
import io.github.schemasplit.usecase.BackupPolicy;
import io.github.schemasplit.usecase.Batching;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Rehearse;
import io.github.schemasplit.usecase.RequiredRehearsal;
import io.github.schemasplit.usecase.Workplace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Moves the tables to their target schemas, with all that belongs to them, in one transaction that is audited before it commits, or
 * in several where the server has not enough locks for one; writes the journal. Run again, it does nothing, or finishes.
 */
@Mojo(name = "migrate", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class MigrateMojo extends MappingMojo {
    /**
     * The severe hazards that you accept, by their ids, or {@code all}. A migration that has others says what they are and stops before
     * it changes anything, unless the database is the embedded one, which nobody else uses. Default: none. Example:
     * {@code OLD_NAME_LOST,API_CLIENTS}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.ALLOW_HAZARDS)
    private @Nullable List<String> allowHazards;

    /**
     * How long one statement may wait for a lock, as {@code 200ms}. Others queue behind it meanwhile, so it is short, and tried
     * again; the last ones no longer than {@code maxShut} has left. Where it is not below the server's {@code deadlock_timeout} it is
     * lowered, and that is said. Default: 200ms.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_TIMEOUT)
    private @Nullable String lockTimeout;

    /**
     * How long one attempt may take from its first lock on, and so how long any table may be shut. Default: 2s.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.MAX_SHUT)
    private @Nullable String maxShut;

    /**
     * How often it is tried while others hold locks. Default: 60.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_ATTEMPTS)
    private @Nullable String lockAttempts;

    /**
     * After how long it is tried no more, as {@code 10min}. Default: 10min.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_DEADLINE)
    private @Nullable String lockDeadline;

    /**
     * What to do about transactions that hold locks and are not likely to end soon, such as one that is idle, or a dump: {@code wait},
     * {@code fail}, or {@code terminate}, which ends the sessions of those that are idle. Default: wait.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BLOCKERS)
    private @Nullable String blockers;

    /**
     * How large a transaction may be. Each object that moves, and each sequence of a table, takes a lock, and all clients share the
     * server's table of locks: {@code auto} takes a third of what is free there, and cuts what needs more into batches, each a
     * transaction that leaves a database that works; a number is the most locks of one transaction; {@code off} makes one transaction
     * of any size. What does not fit into the table of locks is refused. Default: auto. Example: {@code 1000}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BATCH)
    private @Nullable String batch;

    /**
     * The backup that there must be before anything is changed: {@code full} makes one of the whole database, {@code schema-only} of its
     * definitions, as {@code schema:backup} does; {@code verified:} with the manifest of one that was made before takes that, if its
     * archive is whole and the database is what it was then; {@code none} goes without. Default: full, and none on the embedded
     * database. Example: {@code verified:backups/shop-20260101T120000Z.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BACKUP)
    private @Nullable String backup;

    /**
     * The folder for backups, relative to the project; it is made with a {@code .gitignore} that keeps them from being committed. Default:
     * {@code schema-backups} beside the POM, since {@code mvn clean} deletes what is in {@code target}. Example:
     * {@code /var/backups/shop}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BACKUP_DIRECTORY)
    private @Nullable File backupDirectory;

    /**
     * The format of backups: {@code custom}, one file, or {@code directory}, a folder that several processes write at once. Default:
     * custom.
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

    /**
     * Whether it does not begin without a rehearsal, by {@code schema:rehearse}, of exactly this: the database as it is, the mapping and the
     * plan. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.REQUIRE_REHEARSAL, defaultValue = "false")
    private boolean requireRehearsal;

    /**
     * The report of that rehearsal. Default: {@code rehearsal.json} in {@code outputDirectory}. Example: {@code release/rehearsal.json}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.REHEARSAL)
    private @Nullable File rehearsal;

    @Inject
    MigrateMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        ParsedMapping mapping = mapping();
        AllowedHazards allowed = HazardOption.of(options(), allowHazards);
        Persistence persistence =
                PersistenceOptions.of(options(), lockTimeout, maxShut, lockAttempts, lockDeadline, blockers);
        Batching batching = BatchOption.of(options(), batch);
        BackupOptions backups = new BackupOptions(options(), baseDirectory());
        Migrate.Result result = follow(listener -> {
            Workplace workplace = workplace();
            BackupPolicy policy = backups.policy(
                    backup,
                    workplace.disposable(),
                    backups.programs(pgBinaries, pgContainer),
                    backups.order(backupDirectory, null, null, backupFormat, backupJobs));
            return rehearsed(new Migrate(workplace, allowed, batching, persistence, policy, listener))
                    .run(mapping);
        });
        if (result.migration().isEmpty()) {
            getLog().info("Nothing to do: the database is as the mapping says.");
            return;
        }
        Applied migration = result.migration().get();
        int batches = result.batches().size();
        getLog().info("Migrated: " + result.summary() + ", in "
                + (batches == 1
                        ? "one transaction of " + result.plan().operations().size() + " statements."
                        : batches + " transactions."));
        getLog().info("Audited before commit: every object is in its place and as it was, and nothing else changed.");
        long views = result.plan().madeViews().count();
        if (views > 0) {
            getLog().info(Words.count(views, "old name") + (views == 1 ? " goes" : " go")
                    + " on working as views; schema:contract drops these once nothing uses them.");
        }
        long paths = result.plan().searchPaths().count();
        if (paths > 0) {
            getLog().info(
                            Words.count(paths, "search_path") + (paths == 1 ? " has" : " have")
                                    + " got the new schemas, for sessions that begin now; schema:contract takes them out once nothing uses them.");
        }
        result.plan()
                .servedSchemas()
                .filter(AlterServedSchemas::adds)
                .forEach(alter -> getLog().info("The API that connects as " + alter.subject() + " serves "
                        + Words.some(alter.schemas()) + " besides, and was told to look."));
        result.batches().forEach(this::print);
        getLog().info("Journal entry " + migration.entry()
                + "; schema:rollback takes it back, and keeps the rows that come until then,"
                + " where schema:restore of a backup would lose them.");
    }

    private Migrate rehearsed(Migrate migrate) throws MojoExecutionException {
        if (!options().flag(Property.REQUIRE_REHEARSAL, requireRehearsal)) {
            return migrate;
        }
        Optional<Path> file = path(Property.REHEARSAL, rehearsal);
        return migrate.requiring(new RequiredRehearsal(
                file.isPresent() ? file.get() : outputDirectory().resolve(Rehearse.FILE)));
    }
}
