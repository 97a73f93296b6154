package io.github.schemasplit.mojo;

import io.github.schemasplit.backup.CopierFinder;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.RehearsalConsole;
import io.github.schemasplit.report.RehearsalReport;
import io.github.schemasplit.staging.DisposableDatabase;
import io.github.schemasplit.staging.InitScripts;
import io.github.schemasplit.staging.Original;
import io.github.schemasplit.usecase.CopyContent;
import io.github.schemasplit.usecase.DumpContent;
import io.github.schemasplit.usecase.InitContent;
import io.github.schemasplit.usecase.LoadScript;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.RehearsalTerms;
import io.github.schemasplit.usecase.Rehearse;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the database, changes nothing in it, and goes the whole way on a disposable copy of it: migrates, verifies, checks every routine,
 * rolls back, compares, migrates again and ends the old names. Fails the build when something speaks against the migration. Writes
 * {@code rehearsal.html} for people and {@code rehearsal.json}, which {@code schema:migrate} can require.
 */
@Mojo(name = "rehearse", requiresProject = false, threadSafe = true)
public final class RehearseMojo extends MappingMojo {
    private static final String CLIENTS = "4";

    /**
     * Where the copy is: {@code embedded} for a disposable PostgreSQL of the database's major version; {@code docker:} and an image, for
     * a container that Testcontainers starts; or the URL of a server, on which a database of its own is made and dropped. It never is the
     * server of the database itself. Default: {@code embedded}. Example: {@code docker:postgis/postgis:15-3.4}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.STAGING)
    private @Nullable PlexusConfiguration staging;

    /**
     * Who connects to the server that {@code staging} names; it must be able to make databases and roles. Default: the user of the server of
     * {@code stagingServerId}, or of the URL. Example: {@code postgres}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.STAGING_USER)
    private @Nullable String stagingUser;

    /**
     * The password for it. Default: that of the server of {@code stagingServerId}, or of the URL.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.STAGING_PASSWORD)
    private @Nullable PlexusConfiguration stagingPassword;

    /**
     * The server of settings.xml that holds user and password for it. Default: none. Example: {@code staging}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.STAGING_SERVER_ID)
    private @Nullable String stagingServerId;

    /**
     * What fills the copy: {@code dump}, by {@code pg_dump} and {@code pg_restore}, or {@code init}, the scripts of {@code init}. Default:
     * {@code init} where the database is embedded, else {@code dump}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.REHEARSE_FROM)
    private @Nullable String rehearseFrom;

    /**
     * Which rows a dump takes along: {@code none}, or {@code all}, which are then in the copy's files until it is gone, personal data
     * too. Default: {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.REHEARSE_DATA)
    private @Nullable String rehearseData;

    /**
     * A file of SQL that clients run again and again on the copy while it is migrated the second time; their errors fail the rehearsal.
     * Default: none. Example: {@code src/test/sql/load.sql}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.REHEARSE_LOAD)
    private @Nullable File rehearseLoad;

    /**
     * How many clients run it. Default: 4.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.REHEARSE_CLIENTS)
    private @Nullable String rehearseClients;

    /**
     * The directory with {@code pg_dump} and {@code pg_restore}. Default: the {@code PATH}, and where packages put them. Example:
     * {@code /usr/lib/postgresql/16/bin}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.PG_BINARIES)
    private @Nullable File pgBinaries;

    /**
     * A running container that has them, for {@code docker exec}. Default: none. Example: {@code shop-db-1}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.PG_CONTAINER)
    private @Nullable String pgContainer;

    /**
     * How long one statement may wait for a lock on the copy, as {@code 200ms}. Default: 200ms.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.LOCK_TIMEOUT)
    private @Nullable String lockTimeout;

    /**
     * How long one attempt may take from its first lock on. Default: 2s.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.MAX_SHUT)
    private @Nullable String maxShut;

    /**
     * How often it is tried while clients of {@code rehearseLoad} hold locks. Default: 60.
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
     * How large a transaction may be, as for {@code schema:migrate}. Default: auto. Example: {@code 1000}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BATCH)
    private @Nullable String batch;

    @Inject
    RehearseMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ParsedMapping mapping = mapping();
        Persistence persistence =
                PersistenceOptions.of(options(), lockTimeout, maxShut, lockAttempts, lockDeadline, null);
        CopierFinder copiers =
                new CopierFinder(new BackupOptions(options(), baseDirectory()).programs(pgBinaries, pgContainer));
        RehearsalTerms terms = new RehearsalTerms(
                staging(), content(copiers), copiers, load(), BatchOption.of(options(), batch), persistence);
        Rehearse.Result result = follow(listener -> new Rehearse(workplace(), terms, listener).run(mapping));
        if (result.report().isEmpty()) {
            getLog().info("Nothing to rehearse: the database is as the mapping says.");
            return;
        }
        RehearsalReport report = result.report().get();
        print(RehearsalConsole.lines(report));
        getLog().info("Report: " + result.page().orElseThrow().path());
        if (!report.passed()) {
            throw failure(
                    "The rehearsal did not pass: " + report.problems().get(0),
                    List.of(),
                    Optional.of(result.page().get().path()));
        }
    }

    private Function<Original, DisposableDatabase> staging() throws MojoExecutionException {
        return new StagingOption(
                        new DatabaseParameters(
                                options().evaluated(Property.STAGING, staging),
                                options().text(Property.STAGING_USER, stagingUser),
                                options().evaluated(Property.STAGING_PASSWORD, stagingPassword),
                                options().text(Property.STAGING_SERVER_ID, stagingServerId),
                                Optional.empty(),
                                List.of(),
                                Optional.empty()),
                        databases(),
                        buildDirectory())
                .database();
    }

    private CopyContent content(CopierFinder copiers) throws MojoExecutionException {
        DatabaseParameters database = database();
        String from = database.isEmbedded()
                ? options().choice(Property.REHEARSE_FROM, rehearseFrom, "init", "dump")
                : options().choice(Property.REHEARSE_FROM, rehearseFrom, "dump", "init");
        boolean data = options()
                .choice(Property.REHEARSE_DATA, rehearseData, "none", "all")
                .equals("all");
        if (from.equals("dump")) {
            return new DumpContent(copiers, workplace(), data);
        }
        if (data) {
            throw new MojoExecutionException(Property.REHEARSE_DATA + "=all is about a dump, and "
                    + Property.REHEARSE_FROM
                    + " is init: its scripts bring what rows they bring. Leave it out, or say " + Property.REHEARSE_FROM
                    + "=dump.");
        }
        if (database.init().isEmpty() && database.preset().isEmpty()) {
            throw new MojoExecutionException(Property.REHEARSE_FROM
                    + " is init, and there is nothing to fill a copy with:" + " name the scripts with " + Property.INIT
                    + ", or say " + Property.REHEARSE_FROM + "=dump.");
        }
        return new InitContent(database.preset(), InitScripts.expand(database.init(), baseDirectory()));
    }

    private Optional<LoadScript> load() throws MojoExecutionException {
        Optional<Path> file = path(Property.REHEARSE_LOAD, rehearseLoad);
        Optional<String> clients = options().word(Property.REHEARSE_CLIENTS, rehearseClients);
        if (clients.isPresent() && !clients.get().matches("[1-9]\\d?")) {
            throw new MojoExecutionException(Property.REHEARSE_CLIENTS + " is '" + clients.get()
                    + "', which is no number of clients. Write 1 to 99.");
        }
        return file.map(path -> LoadScript.read(path, Integer.parseInt(clients.orElse(CLIENTS))));
    }
}
