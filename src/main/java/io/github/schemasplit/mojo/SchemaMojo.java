package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.jdbc.Journal;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.usecase.Applied;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.GoalStoppedException;
import io.github.schemasplit.usecase.Workplace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What all goals share: where the database is, where reports go, when to do nothing, and how failures are told. */
abstract class SchemaMojo extends AbstractMojo {
    /**
     * Does nothing when true. Default: false. Example: {@code -Dschema.skip}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SKIP)
    private boolean skip;

    /**
     * Where the database is: a JDBC URL ({@code jdbc:postgresql://host/database}), a URI as hosting providers print it
     * ({@code postgresql://user:password@host/database}), or {@code embedded} or {@code embedded:15} for a disposable
     * PostgreSQL of the newest or of that major version; it goes with the build, unless
     * {@code embeddedDirectory} keeps it. Default: the environment's {@code PGHOST}, {@code PGDATABASE} and so on.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.URL)
    private @Nullable PlexusConfiguration url;

    /**
     * Who connects. Default: the user of the server of {@code serverId}, of the URL, or {@code PGUSER}. Example: {@code app_owner}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.USER)
    private @Nullable String user;

    /**
     * The password. Better kept in settings.xml, see {@code serverId}, or in the password file {@code ~/.pgpass}, which is read when
     * there is no other. Default: that of the server, of the URL, or {@code PGPASSWORD}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.PASSWORD)
    private @Nullable PlexusConfiguration password;

    /**
     * The server of settings.xml that holds user and password; an encrypted password is decrypted. Default: none. Example:
     * {@code production}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SERVER_ID)
    private @Nullable String serverId;

    /**
     * The SQL scripts that fill the embedded database, in order: files, folders and globs, relative to the project. What
     * one folder or glob holds is run in Flyway's version order. Default: none. Example:
     * {@code src/main/resources/db/migration/V*.sql}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INIT)
    private @Nullable List<String> init;

    /**
     * What the embedded database is given before the scripts of {@code init} run. {@code supabase} is what a new Supabase project has:
     * the roles of its API and of its services, {@code auth.users}, {@code auth.uid()} and the like, {@code storage} and
     * {@code realtime}, the default privileges of what is made in {@code public}, and the publication {@code supabase_realtime}.
     * Default: none. Example: {@code supabase}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INIT_PRESET)
    private @Nullable String initPreset;

    /**
     * The folder in which the embedded database is kept between builds; it is filled once. Default: none, the database goes with the
     * build. Example: {@code target/postgres}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.EMBEDDED_DIRECTORY)
    private @Nullable File embeddedDirectory;

    /**
     * The folder for reports and scripts. Default: {@code target/schema}, or {@code target/schema} in the current folder when there is no
     * POM. Example: {@code target/split}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.OUTPUT_DIRECTORY)
    private @Nullable File outputDirectory;

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
     * The schema that the journal is in. Default: {@code schemasplit}. Example: {@code migrations}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.JOURNAL_SCHEMA)
    private @Nullable String journalSchema;

    /**
     * How long one statement may take that reads the catalog or the journal, as {@code 5min}; an attempt at a change has
     * {@code lockTimeout} and {@code maxShut} instead. Default: none for reading the catalog; for the journal what server, role and
     * database set. Example: {@code 30s}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.STATEMENT_TIMEOUT)
    private @Nullable String statementTimeout;

    /**
     * How it is shown what the goal is at: {@code rich}, a line that rewrites itself; {@code plain}, an ordinary line each time that it
     * has been at the same thing for ten seconds; or {@code auto}, rich on a terminal, and plain elsewhere, in batch mode ({@code -B}),
     * in parallel builds ({@code -T}), and where the environment has {@code CI}. With {@code -q} nothing is shown. Default: auto.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CONSOLE)
    private @Nullable String console;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final Components components;
    private @Nullable Workplace workplace;

    SchemaMojo(Components components) {
        this.components = components;
    }

    /** A resolver of other databases than the goal's own. */
    final DatabaseResolver databases() {
        return new DatabaseResolver(session, components, getLog());
    }

    /** Does the goal's work. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (options().flag(Property.SKIP, skip)) {
            getLog().info("Skipped, as " + Property.SKIP + " says.");
            return;
        }
        Optional<MavenProject> elsewhere = DeclaredOnce.runsIn(session, execution);
        if (elsewhere.isPresent()) {
            getLog().info("Runs once, in " + elsewhere.get().getName() + ", where it is declared.");
            return;
        }
        try {
            run();
        } catch (GoalStoppedException e) {
            throw failure(e.getMessage(), e.findings(), Optional.empty());
        } catch (RuntimeException e) {
            throw Failures.of(e);
        } finally {
            if (workplace != null) {
                workplace.connections().close();
            }
        }
    }

    /** What the user set, the command line first. */
    final Options options() {
        return new Options(session, execution);
    }

    /** The database and the folders that the goal works with; starts the embedded database where it is asked for. */
    final Workplace workplace() throws MojoExecutionException {
        Workplace found = workplace;
        if (found == null) {
            found = databases()
                    .resolve(database(), baseDirectory(), buildDirectory())
                    .workplace(journalSchema(), outputDirectory(), statementTimeout(), execution.getVersion());
            workplace = found;
        }
        return found;
    }

    /**
     * Begins to connect, for a goal that has something else to do first. What stands in the way is said when the connection is needed,
     * and the embedded database is not started before that.
     */
    final void connectEarly() {
        try {
            if (!database().isEmbedded()) {
                workplace().connections().begin();
            }
        } catch (MojoExecutionException | RuntimeException e) {
            // Comes again, and is told, when the goal asks where it works.
        }
    }

    /** Whether the user says where the database is, other than by the environment. */
    final boolean namesDatabase() throws MojoExecutionException {
        return database().url().isPresent();
    }

    /** What the user says of the database. */
    final DatabaseParameters database() throws MojoExecutionException {
        Options options = options();
        return new DatabaseParameters(
                options.evaluated(Property.URL, url),
                options.text(Property.USER, user),
                options.evaluated(Property.PASSWORD, password),
                options.text(Property.SERVER_ID, serverId),
                PresetOption.of(options, initPreset),
                options.list(Property.INIT, init),
                path(Property.EMBEDDED_DIRECTORY, embeddedDirectory));
    }

    private Identifier journalSchema() throws MojoExecutionException {
        Optional<String> name = options().text(Property.JOURNAL_SCHEMA, journalSchema);
        return name.isPresent() ? Identifier.of(name.get()) : Journal.DEFAULT_SCHEMA;
    }

    private StatementTimeout statementTimeout() throws MojoExecutionException {
        Optional<String> text = options().text(Property.STATEMENT_TIMEOUT, statementTimeout);
        return text.isPresent()
                ? new StatementTimeout(Optional.of(Durations.parse(Property.STATEMENT_TIMEOUT, text.get())))
                : StatementTimeout.NONE;
    }

    final Path outputDirectory() throws MojoExecutionException {
        Optional<Path> path = path(Property.OUTPUT_DIRECTORY, outputDirectory);
        return path.isPresent() ? path.get() : buildDirectory().resolve("schema");
    }

    /** Where backups are. */
    final Path backupDirectory() throws MojoExecutionException {
        Optional<Path> path = path(Property.BACKUP_DIRECTORY, backupDirectory);
        return path.isPresent() ? path.get() : resolve("schema-backups");
    }

    /** The path that the user set, resolved. */
    final Optional<Path> path(String property, @Nullable File configured) throws MojoExecutionException {
        Optional<String> text = options().text(property, configured == null ? null : configured.getPath());
        return text.isPresent() ? Optional.of(resolve(text.get())) : Optional.empty();
    }

    /** A path of the user's, relative to the project or, without one, to the folder that Maven was called in. */
    final Path resolve(String path) {
        return baseDirectory().resolve(path).normalize();
    }

    /** A file as the user knows it: relative to the project where it is in it, the same on every machine. */
    final String relative(Path file) {
        Path base = baseDirectory().toAbsolutePath();
        return file.startsWith(base) ? base.relativize(file).toString().replace('\\', '/') : file.toString();
    }

    final Path baseDirectory() {
        File base = session.getCurrentProject().getBasedir();
        return base == null ? Path.of(session.getExecutionRootDirectory()) : base.toPath();
    }

    final Path buildDirectory() {
        // Without a POM the project's build directory is the text of an expression.
        return session.getCurrentProject().getBasedir() == null
                ? resolve("target")
                : Path.of(session.getCurrentProject().getBuild().getDirectory());
    }

    /** What is done while it is told on the console how it makes its way. */
    @FunctionalInterface
    interface Work<T> {
        T run(ChangeListener listener) throws MojoExecutionException;
    }

    /** Does work, and tells on the console how it makes its way. */
    final <T> T follow(Work<T> work) throws MojoExecutionException {
        Display display = new ConsoleChoice(
                        options().choice(Property.CONSOLE, console, "auto", "plain", "rich"),
                        session.getRequest().isInteractiveMode(),
                        session.isParallel(),
                        System.getenv())
                .display(getLog(), Terminal::find);
        try (ProgressConsole progress = new ProgressConsole(getLog(), display, System::nanoTime).start()) {
            return work.run(progress);
        }
    }

    /** Prints what a change took, and what others did meanwhile. */
    final void print(Applied applied) {
        print(ChangeSummary.lines(applied));
        for (Finding doubt : applied.doubts()) {
            getLog().warn(doubt.subject() + ": " + doubt.message());
        }
    }

    /** Prints lines. */
    final void print(List<String> lines) {
        for (String line : lines) {
            getLog().info(line);
        }
    }

    /** The build's failure: what was said, the worst findings, and where the rest is. */
    final MojoFailureException failure(String message, List<Finding> findings, Optional<Path> report) {
        return new MojoFailureException(FailureText.of(message, findings, report));
    }
}
