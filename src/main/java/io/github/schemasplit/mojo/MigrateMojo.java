package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.MoveSummary;
import io.github.schemasplit.usecase.Migrate;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Moves the tables to their target schemas, with all that belongs to them, in one transaction; proves that nothing else changed, and
 * writes the journal. Run again, it does nothing.
 */
@Mojo(name = "migrate", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class MigrateMojo extends MappingMojo {
    /**
     * Whether to migrate a database that is not embedded, although this version does not yet bring along all that a live application
     * needs; without it, the goal lists what is missing and stops. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.ALLOW_INCOMPLETE)
    private boolean allowIncomplete;

    @Inject
    MigrateMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        ParsedMapping mapping = mapping();
        boolean allowed = options().flag(Property.ALLOW_INCOMPLETE, allowIncomplete);
        Migrate.Result result = new Migrate(
                        workplace(), allowed, holder -> getLog().info("Waiting for another run to end: " + holder))
                .run(mapping);
        if (result.migration().isEmpty()) {
            getLog().info("Nothing to do: the database is as the mapping says.");
            return;
        }
        getLog().info("Migrated: " + MoveSummary.of(result.report()) + ", in one transaction of "
                + result.report().plan().operations().size() + " statements.");
        getLog().info("Proved before commit: every object is in its place and as it was, and nothing else changed.");
        getLog().info("Journal entry " + result.migration().get() + "; schema:rollback takes it back.");
    }
}
