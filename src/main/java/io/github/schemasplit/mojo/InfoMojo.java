package io.github.schemasplit.mojo;

import io.github.schemasplit.report.ComparisonConsole;
import io.github.schemasplit.usecase.Compare;
import io.github.schemasplit.usecase.Info;
import io.github.schemasplit.usecase.Workplace;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Reads the journal and prints what was migrated and rolled back, when and by whom, and with {@code compare} how fast statements were before
 * the last migration and are since; changes nothing.
 */
@Mojo(name = "info", requiresProject = false, threadSafe = true)
public final class InfoMojo extends SchemaMojo {
    /**
     * Whether it compares, too, what the server counted of statements and tables before the last migration that moved something with what it
     * counts since: for each statement, whatever schemas it names, its calls and their mean time. Needs {@code pg_stat_statements} for
     * statements. Writes {@code comparison.json}. Default: false.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.COMPARE, defaultValue = "false")
    private boolean compare;

    @Inject
    InfoMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Workplace workplace = workplace();
        print(HistoryText.lines(workplace, new Info(workplace).run()));
        if (options().flag(Property.COMPARE, compare)) {
            Compare.Result result = new Compare(workplace).run();
            print(ComparisonConsole.lines(result.report()));
            getLog().info("Report: " + result.file().path());
        }
    }
}
