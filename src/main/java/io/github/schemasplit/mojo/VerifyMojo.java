package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.report.FindingsConsole;
import io.github.schemasplit.usecase.BaselineCheck;
import io.github.schemasplit.usecase.BaselineUpdate;
import io.github.schemasplit.usecase.ChangeListener;
import io.github.schemasplit.usecase.Document;
import io.github.schemasplit.usecase.Refactor;
import io.github.schemasplit.usecase.RunbookUpdate;
import io.github.schemasplit.usecase.StaleReferences;
import io.github.schemasplit.usecase.Verify;
import io.github.schemasplit.verify.Expectation;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the database and fails the build unless it is as the mapping says and nothing changed since the last migration; changes nothing.
 * Writes {@code verification.json}.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class VerifyMojo extends FindingsMojo {
    /**
     * What the database is expected to be: {@code migrated}, or {@code original} after a rollback. Default: {@code migrated}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.EXPECT)
    private @Nullable String expect;

    /**
     * What it is that objects were changed or dropped since the last migration: {@code fail}, or {@code warn} for a database that goes
     * on being developed. Default: {@code fail}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.CHANGES_SINCE)
    private @Nullable String changesSince;

    /**
     * What is written into the baseline: with {@code true} what is gone is removed, with {@code all} what is new is added, too; where
     * there is none yet, both write one. For the command line. Default: {@code false}. Example: {@code -Dschema.baseline.update}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.BASELINE_UPDATE)
    private @Nullable String baselineUpdate;

    /**
     * Whether the application's sources are looked at, too: what they still name at its old place is an error where that is certain, and
     * a warning where a person has to look. What was not looked at is told, as a warning where it may name something. Default: {@code false}. Example: {@code -Dschema.sources}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SOURCES)
    private boolean sources;

    /**
     * The sources to look at, as for {@code schema:refactor}. Default: all. Example: {@code src/**}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INCLUDES)
    private @Nullable List<String> includes;

    /**
     * The sources not to look at, as for {@code schema:refactor}. Default: none. Example: {@code docs/**}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.EXCLUDES)
    private @Nullable List<String> excludes;

    /**
     * The folder of the data dictionary that {@code schema:document} wrote, which is then compared with the database: a file that is
     * missing, different or no longer wanted is an error. Default: none, nothing is compared. Example: {@code docs/schema}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.DOCUMENTATION)
    private @Nullable File documentation;

    @Inject
    VerifyMojo(Components components) {
        super(components, "verify", "verification");
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        ParsedMapping mapping = toldMapping();
        Expectation expectation = Expectation.valueOf(options()
                .choice(Property.EXPECT, expect, "migrated", "original")
                .toUpperCase(Locale.ROOT));
        boolean changesFail = options()
                .choice(Property.CHANGES_SINCE, changesSince, "fail", "warn")
                .equals("fail");
        Optional<BaselineCheck> check = told(() -> baseline(expectation));
        Path backups = backupDirectory();
        Verify.Result result = follow(listener -> {
            List<Finding> stale = new ArrayList<>(stale(mapping.mapping().orElseThrow(), expectation, listener));
            stale.addAll(documentation(mapping.mapping().orElseThrow(), expectation, listener));
            return new Verify(workplace(), listener)
                    .run(mapping.mapping().orElseThrow(), expectation, changesFail, check, stale);
        });
        try {
            tell(result);
        } finally {
            follow(listener -> {
                new RunbookUpdate(workplace(), backups).run(listener);
                return result;
            });
        }
    }

    private void tell(Verify.Result result) throws MojoExecutionException, MojoFailureException {
        write(result.report().findings());
        result.baseline().ifPresent(b -> print(b.lines()));
        if (result.report().hasErrors()) {
            throw failure(
                    result.failure(),
                    result.report().findings(),
                    Optional.of(result.file().path()));
        }
        if (!result.report().findings().isEmpty()) {
            print(FindingsConsole.lines(result.report().findings()));
        }
        print(result.report().conclusion());
        getLog().info("Report: " + result.file().path());
    }

    private List<Finding> stale(Mapping mapping, Expectation expectation, ChangeListener listener)
            throws MojoExecutionException {
        if (!options().flag(Property.SOURCES, sources) || expectation != Expectation.MIGRATED) {
            return List.of();
        }
        Refactor.Selection selection = new Refactor.Selection(
                options().list(Property.INCLUDES, includes), options().list(Property.EXCLUDES, excludes));
        return new StaleReferences(new Refactor(baseDirectory(), outputDirectory(), Optional.of(workplace()), listener))
                .find(mapping, selection);
    }

    private List<Finding> documentation(Mapping mapping, Expectation expectation, ChangeListener listener)
            throws MojoExecutionException {
        Optional<Path> folder = path(Property.DOCUMENTATION, documentation);
        return folder.isEmpty() || expectation != Expectation.MIGRATED
                ? List.of()
                : new Document(workplace(), listener).check(mapping, folder.get(), relative(folder.get()));
    }

    private Optional<BaselineCheck> baseline(Expectation expectation) throws MojoExecutionException {
        Optional<BaselineUpdate> update = BaselineOption.update(
                options().choice(Property.BASELINE_UPDATE, baselineUpdate, "false", "true", "all"));
        if (expectation == Expectation.MIGRATED) {
            return Optional.of(new BaselineCheck(baseline(update.isPresent() || !namesBaseline()), update));
        }
        if (update.isPresent()) {
            throw new MojoExecutionException(Property.BASELINE_UPDATE
                    + " is for a database that is to be migrated: leave " + Property.EXPECT + "=original out");
        }
        return Optional.empty();
    }
}
