package io.github.schemasplit.mojo;

import io.github.schemasplit.usecase.Persistence;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
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

    ChangeMojo(Components components) {
        super(components);
    }

    /** How the change makes its way, as the user set it. */
    final Persistence persistence() throws MojoExecutionException {
        return PersistenceOptions.of(options(), lockTimeout, maxShut, lockAttempts, lockDeadline, blockers);
    }
}
