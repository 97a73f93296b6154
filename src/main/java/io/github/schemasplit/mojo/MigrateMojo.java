package io.github.schemasplit.mojo;

import io.github.schemasplit.hazard.AllowedHazards;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.plan.AlterServedSchemas;
import io.github.schemasplit.usecase.Applied;
import io.github.schemasplit.usecase.BackupPolicy;
import io.github.schemasplit.usecase.Batching;
import io.github.schemasplit.usecase.Migrate;
import io.github.schemasplit.usecase.MigrationPage;
import io.github.schemasplit.usecase.Outcome;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Precautions;
import io.github.schemasplit.usecase.Rehearse;
import io.github.schemasplit.usecase.RequiredRehearsal;
import io.github.schemasplit.usecase.WaysBack;
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
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Moves the tables to their target schemas, with all that belongs to them, in one transaction that is audited before it commits, or
 * in several where the server has not enough locks for one; writes the journal. Run again, it does nothing, or finishes. Writes
 * {@code migration.html} for people.
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

    /**
     * When migrate may change the database; outside of it, it refuses before anything is done and says when it opens next, and no attempt
     * begins after its end. An interval with its time zone, or days and times of each week, or several with semicolons between them;
     * {@code always} for the command line, against what the POM says. By the clock of the machine that Maven runs on; not for the
     * embedded database. {@code schema:rollback} may be run at any time. Default: always. Example:
     * {@code Sat,Sun 22:00-04:00 Europe/Berlin} or {@code 2026-12-01T22:00/2026-12-02T02:00 Europe/Berlin}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.WINDOW)
    private @Nullable String window;

    /**
     * A URL that is told of the change by POST: before it, after it, when it failed, and when it was taken back. What it gets is
     * what Slack understands, unless {@code noticeTemplate} says otherwise. It is tried three times, five seconds at most each time;
     * whom a notice does not reach is a warning, and stops nothing. The URL is never printed. Default: none. Example:
     * {@code ${env.RELEASES_WEBHOOK}}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.NOTICE_WEBHOOK)
    private @Nullable PlexusConfiguration noticeWebhook;

    /**
     * The body that the webhook gets: JSON, or the name of a file that holds it, in which <code>{{text}}</code>, <code>{{tables}}</code>
     * and so on stand for what the notice says, <code>{{notice}}</code> for all of it as JSON, and <code>{{slackText}}</code> for its
     * text as Slack wants it; texts want quotes around their place, all else none. Default: <code>{"text":"{{slackText}}"}</code>. Example: <code>{"content":"{{text}}"}</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.NOTICE_TEMPLATE)
    private @Nullable String noticeTemplate;

    /**
     * A file that gets each notice as one more line of JSON. Default: none. Example: {@code target/schema/notices.jsonl}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.NOTICE_FILE)
    private @Nullable File noticeFile;

    /**
     * Whether each notice is told in the database, as JSON by {@code NOTIFY schemasplit}. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.NOTICE_NOTIFY, defaultValue = "false")
    private boolean noticeNotify;

    /**
     * How long the journal holds what a rollback needs, as {@code 90d}: after {@code migrate}, {@code contract} and {@code rollback}
     * it lets go of what is older, of the oldest migrations first. The history stays, and so does what belongs to old names that still
     * stand. Default: for ever.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.KEEP_FOR)
    private @Nullable String keepFor;

    /**
     * Whether what the server counts of statements and tables, as it was before the change, is kept with the journal, for
     * {@code schema:info} with {@code compare}; not of the embedded database. Of statements it is queries, without constants and comments.
     * Where that goes wrong it is a warning. Default: true.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.OBSERVE, defaultValue = "true")
    private boolean observe;

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
        ConductOptions conduct = ConductOptions.of(
                options(),
                options().text(Property.WINDOW, window),
                new ConductOptions.Configured(
                        noticeWebhook, noticeTemplate, Options.text(noticeFile), noticeNotify, keepFor, observe),
                backupDirectory(),
                this::resolve,
                ConductOptions.Broken.STOPS);
        BackupOptions backups = new BackupOptions(options(), baseDirectory());
        Optional<RequiredRehearsal> required = requiredRehearsal();
        Migrate.Result result = follow(listener -> {
            Workplace workplace = workplace();
            Persistence inWindow = persistence.within(conduct.hours(workplace));
            BackupPolicy policy = backups.policy(
                    backup,
                    workplace.disposable(),
                    backups.programs(pgBinaries, pgContainer),
                    backups.order(backupDirectory(), null, null, backupFormat, backupJobs));
            Precautions precautions = new Precautions(policy, required);
            MigrationPage page = new MigrationPage(workplace);
            Migrate.Result made = conduct.conduct("migrate", NoticeKind.AFTER, workplace)
                    .run(
                            page.drawing(listener),
                            told -> new Migrate(workplace, allowed, batching, inWindow, precautions, told).run(mapping),
                            done -> new Outcome(done.plan(), done.batches()));
            page.write(made, listener);
            return made;
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
        for (AlterServedSchemas alter : result.plan().servedSchemas().toList()) {
            if (alter.adds()) {
                getLog().info("The API that connects as " + alter.subject() + " serves " + Words.some(alter.schemas())
                        + " besides, and was told to look.");
            }
        }
        for (Applied batch : result.batches()) {
            print(batch);
        }
        getLog().info("Journal entry " + migration.entry() + "; schema:rollback takes it back.");
        getLog().info("Report: " + outputDirectory().resolve(MigrationPage.FILE));
        if (!workplace().disposable()) {
            getLog().info("The ways back:");
            print(WaysBack.lines(workplace(), backupDirectory(), conduct.keepFor()));
        }
    }

    private Optional<RequiredRehearsal> requiredRehearsal() throws MojoExecutionException {
        if (!options().flag(Property.REQUIRE_REHEARSAL, requireRehearsal)) {
            return Optional.empty();
        }
        Optional<Path> file = path(Property.REHEARSAL, rehearsal);
        return Optional.of(new RequiredRehearsal(
                file.isPresent() ? file.get() : outputDirectory().resolve(Rehearse.FILE)));
    }
}
