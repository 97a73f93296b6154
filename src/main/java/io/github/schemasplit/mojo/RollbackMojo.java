package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Rollback;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes back the last migration: moves everything back to where it was, in as many transactions as it was moved in, from the journal;
 * rows written since are kept. Audited before it commits.
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends SchemaMojo {
    /**
     * Whether what can be taken back is, when others changed something since so that not all can be: what they dropped, renamed or put
     * into a schema that the migration made is left as it is, and told. Without it nothing is changed then. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.FORCE, defaultValue = "false")
    private boolean force;

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

    @Inject
    RollbackMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Persistence persistence =
                PersistenceOptions.of(options(), lockTimeout, maxShut, lockAttempts, lockDeadline, blockers);
        Rollback.Result result = follow(listener -> new Rollback(workplace(), force, persistence, listener).run());
        JournalEntry migration = result.migration();
        getLog().info("Rolled back the migration of " + migration.appliedAt() + " by " + migration.appliedBy() + ": "
                + result.entries().stream()
                        .mapToInt(e -> e.plan().operations().size())
                        .sum()
                + " statements taken back in "
                + (result.batches().size() == 1
                        ? "one transaction."
                        : result.batches().size() + " transactions."));
        getLog().info(
                        result.left().isEmpty() && result.renewed().isEmpty()
                                ? "Audited before commit: all that was moved is back in its place and as it was, and nothing else changed."
                                : "Audited before commit: nothing changed but what was taken back.");
        result.left().forEach(left -> getLog().warn("Not taken back: " + left + "."));
        result.renewed()
                .forEach(renewed -> getLog().warn("Since the migration " + renewed
                        + " was dropped and made anew: the new one was moved back."));
        result.batches().forEach(this::print);
    }
}
