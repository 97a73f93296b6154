package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.notice.NoticeKind;
import io.github.schemasplit.usecase.Contract;
import io.github.schemasplit.usecase.Outcome;
import io.github.schemasplit.usecase.Persistence;
import io.github.schemasplit.usecase.Rollback;
import io.github.schemasplit.usecase.Workplace;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Takes back the last migration: moves everything back to where it was, in as many transactions as it was moved in, from the journal;
 * rows written since are kept. Audited before it commits.
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends ChangeMojo {
    /**
     * Whether what can be taken back is, when others changed something since so that not all can be: what they dropped, renamed or put
     * into a schema that the migration made is left as it is, and told. Without it nothing is changed then. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.FORCE, defaultValue = "false")
    private boolean force;

    @Inject
    RollbackMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Persistence persistence = persistence();
        // What must be taken back can not wait until somebody has mended a notice.
        ConductOptions conduct = conduct(Optional.empty(), ConductOptions.Broken.warns(getLog()::warn));
        Rollback.Result result = follow(listener -> {
            Workplace workplace = workplace();
            return conduct.conduct("rollback", NoticeKind.ROLLBACK, workplace)
                    .run(
                            listener,
                            told -> new Rollback(workplace, force, persistence, told).run(),
                            done -> new Outcome(done.taken(), done.batches()));
        });
        JournalEntry migration = result.migration();
        getLog().info("Rolled back the " + Contract.called(migration) + " of "
                + migration.appliedAt() + " by " + migration.appliedBy() + ": "
                + result.entries().stream()
                        .mapToInt(e -> e.plan().operations().size())
                        .sum()
                + " statements taken back in "
                + (result.batches().size() == 1
                        ? "one transaction."
                        : result.batches().size() + " transactions."));
        getLog().info(
                        result.left().isEmpty() && result.renewed().isEmpty()
                                ? "Audited before commit: "
                                        + (Contract.made(migration)
                                                ? "the old names stand for what they stood for"
                                                : "all that was moved is back in its place and as it was")
                                        + ", and nothing else changed."
                                : "Audited before commit: nothing changed but what was taken back.");
        result.left().forEach(left -> getLog().warn("Not taken back: " + left + "."));
        result.renewed()
                .forEach(renewed -> getLog().warn("Since the migration " + renewed
                        + " was dropped and made anew: the new one was moved back."));
        result.batches().forEach(this::print);
    }
}
