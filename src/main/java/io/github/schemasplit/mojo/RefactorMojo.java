package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.report.RefactorConsole;
import io.github.schemasplit.usecase.Refactor;
import io.github.schemasplit.usecase.Workplace;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Changes nothing in the database, and reads it only where {@code url} says one: finds in the application's sources what the mapping moves.
 * Writes {@code refactor.patch} with what is certain, for {@code git apply}, {@code refactor.html} with all of it for people,
 * {@code refactor.json} for programs, and {@code refactor.sarif} for code hosts.
 */
@Mojo(name = "refactor", requiresProject = false, threadSafe = true)
public final class RefactorMojo extends MappingMojo {
    /**
     * Whether to make the edits in the files, instead of only writing the patch. Default: {@code false}. Example:
     * {@code -Dschema.apply}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.APPLY)
    private boolean apply;

    /**
     * The files to look at, as globs like those of {@code .gitignore}. Default: all. Example: {@code src/**}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INCLUDES)
    private @Nullable List<String> includes;

    /**
     * The files and folders not to look at, as globs like those of {@code .gitignore}. What git ignores, what builds make, and others'
     * code are passed over in any case. Default: none. Example: {@code docs/**}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.EXCLUDES)
    private @Nullable List<String> excludes;

    @Inject
    RefactorMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Mapping mapping = mappingAlone().mapping().orElseThrow();
        boolean applies = options().flag(Property.APPLY, apply);
        Refactor.Selection selection = new Refactor.Selection(
                options().list(Property.INCLUDES, includes), options().list(Property.EXCLUDES, excludes));
        Optional<Workplace> database = namesDatabase() ? Optional.of(workplace()) : Optional.empty();
        Refactor.Result result = follow(listener ->
                new Refactor(baseDirectory(), outputDirectory(), database, listener).run(mapping, selection, applies));
        print(RefactorConsole.lines(result.refactoring(), applies));
        getLog().info("Report: " + result.page().path());
        if (!applies && !result.refactoring().files().changed().isEmpty()) {
            getLog().info("Apply it with git apply " + result.patch().path() + ", or with -D" + Property.APPLY + ".");
        }
    }
}
