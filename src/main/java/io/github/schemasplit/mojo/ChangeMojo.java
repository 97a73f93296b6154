package io.github.schemasplit.mojo;

import io.github.schemasplit.usecase.Persistence;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/** What goals have in common that change the database and need no mapping: how they make their way between others. */
abstract class ChangeMojo extends SchemaMojo {
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

    ChangeMojo(Components components) {
        super(components);
    }

    /** How the change makes its way, as the user set it. */
    final Persistence persistence() throws MojoExecutionException {
        return PersistenceOptions.of(options(), lockTimeout, maxShut, lockAttempts, lockDeadline, blockers);
    }

    /**
     * What goes along with the change, as the user set it.
     *
     * @param window the window's text; empty for a goal that may be run at any time
     * @param broken what becomes of a value that is none
     */
    final ConductOptions conduct(Optional<String> window, ConductOptions.Broken broken) throws MojoExecutionException {
        return ConductOptions.of(
                options(),
                window,
                new ConductOptions.Configured(
                        noticeWebhook, noticeTemplate, Options.text(noticeFile), noticeNotify, keepFor, observe),
                backupDirectory(),
                this::resolve,
                broken);
    }
}
