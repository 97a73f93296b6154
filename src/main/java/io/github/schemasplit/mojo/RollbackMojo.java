package io.github.schemasplit.mojo;

import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.usecase.Rollback;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Takes back the last migration: moves everything back to where it was, in one transaction, from the journal; rows written since are
 * kept. Proves that nothing else changed.
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends SchemaMojo {
    @Inject
    RollbackMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        JournalEntry migration = new Rollback(
                        workplace(), holder -> getLog().info("Waiting for another run to end: " + holder))
                .run();
        getLog().info("Rolled back the migration of " + migration.appliedAt() + " by " + migration.appliedBy() + ": "
                + migration.plan().operations().size() + " statements taken back in one transaction.");
        getLog().info("Proved before commit: every object is back in its place and as it was, and nothing else changed.");
    }
}
