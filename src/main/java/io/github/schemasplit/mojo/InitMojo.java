package io.github.schemasplit.mojo;

import io.github.schemasplit.proposal.Proposal;
import io.github.schemasplit.report.ProposalConsole;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.usecase.Init;
import io.github.schemasplit.usecase.InitOrder;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the database and proposes a mapping for it: which tables belong together, why, and what would run
 * between the schemas; changes nothing in it. Writes {@code schema-mapping.yml}.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends SchemaMojo {
    /**
     * The schema to move from. Default: {@code public}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.SOURCE)
    private @Nullable String source;

    /**
     * How many schemas to propose, or what to call them: each name goes to the tables whose names fit it best, those that fit none in the
     * order of size. Default: as many as the ties between the tables make, of n tables not many more than the root of n/2, called by words
     * that the tables' names begin with. Examples: {@code 5}; {@code ecommerce,banking,ai}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INIT_SCHEMAS)
    private @Nullable List<String> initSchemas;

    /**
     * The file that the mapping is written to. Default: {@code schema-mapping.yml} beside the POM. Example:
     * {@code src/main/schema/mapping.yml}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INIT_FILE)
    private @Nullable File initFile;

    /**
     * Whether that file may be replaced where it is there. Default: {@code false}. Example: {@code -Dschema.init.overwrite}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.INIT_OVERWRITE)
    private boolean initOverwrite;

    @Inject
    InitMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        Path file = path(Property.INIT_FILE, initFile).orElseGet(() -> resolve(InitOrder.DEFAULT_FILE));
        InitOrder order = new InitOrder(
                Identifier.of(options().text(Property.SOURCE, source).orElse("public")),
                options().list(Property.INIT_SCHEMAS, initSchemas),
                file,
                relative(file),
                options().flag(Property.INIT_OVERWRITE, initOverwrite));
        Proposal proposal = follow(listener -> new Init(workplace(), listener).run(order));
        print(ProposalConsole.lines(proposal));
        getLog().info("Mapping: " + file);
        getLog().info("Look at it, and then at what it means: mvn schema:analyze -D" + Property.MAPPING_FILE + "="
                + relative(file));
    }
}
