package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.AnalysisConsole;
import io.github.schemasplit.usecase.Analyze;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Reads the database and says what would move, which foreign keys run between the target schemas, and what speaks against it; changes
 * nothing of the database, and writes nothing to it without {@code observe}. Writes {@code analysis.html} for people and {@code analysis.json} for programs.
 */
@Mojo(name = "analyze", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class AnalyzeMojo extends FindingsMojo {
    /**
     * Whether what the server counts of statements and tables is kept with the journal, for {@code schema:info} with {@code compare}: from
     * the first look since the change before on, the time before a migration counts. It is the one thing that this goal writes to a
     * database; where there is no journal it makes one. Where that goes wrong it is a warning. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.OBSERVE, defaultValue = "false")
    private boolean observe;

    @Inject
    AnalyzeMojo(Components components) {
        super(components, "analyze", "analysis");
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ParsedMapping mapping = toldMapping();
        boolean observes = options().flag(Property.OBSERVE, observe);
        Analyze.Result result = follow(listener -> new Analyze(workplace(), observes, listener)
                .run(mapping.mapping().orElseThrow()));
        print(AnalysisConsole.lines(result.report()));
        getLog().info("Report: " + result.page().path());
        write(result.report().findings());
        if (result.report().hasErrors()) {
            throw failure(
                    "The database cannot be migrated as the mapping says",
                    result.report().findings(),
                    Optional.of(result.page().path()));
        }
    }
}
