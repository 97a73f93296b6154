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

/**
 * Reads the database and says what would move, which foreign keys run between the target schemas, and what speaks against it; changes
 * nothing. Writes {@code analysis.html} for people and {@code analysis.json} for programs.
 */
@Mojo(name = "analyze", defaultPhase = LifecyclePhase.VALIDATE, requiresProject = false, threadSafe = true)
public final class AnalyzeMojo extends FindingsMojo {
    @Inject
    AnalyzeMojo(Components components) {
        super(components, "analyze", "analysis");
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ParsedMapping mapping = toldMapping();
        Analyze.Result result = follow(listener ->
                new Analyze(workplace(), listener).run(mapping.mapping().orElseThrow()));
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
