package io.github.schemasplit.mojo;

import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.usecase.Document;
import io.github.schemasplit.usecase.WrittenFile;
import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the database in one read-only transaction and writes a data dictionary of the mapping's schemas, in Markdown and in HTML, to be
 * committed: what each is for, its tables, columns, comments, indexes, triggers and policies, who may do what, and its links to other
 * schemas; changes nothing.
 */
@Mojo(name = "document", requiresProject = false, threadSafe = true)
public final class DocumentMojo extends MappingMojo {
    private static final String DEFAULT_FOLDER = "docs/schema";

    /**
     * The folder that the data dictionary is written to. Default: {@code docs/schema}. Example: {@code src/site/schema}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.DOCUMENTATION)
    private @Nullable File documentation;

    @Inject
    DocumentMojo(Components components) {
        super(components);
    }

    @Override
    void run() throws MojoExecutionException {
        ParsedMapping mapping = mapping();
        Path folder = path(Property.DOCUMENTATION, documentation).orElseGet(() -> resolve(DEFAULT_FOLDER));
        Document.Result result = follow(listener ->
                new Document(workplace(), listener).run(mapping.mapping().orElseThrow(), folder));
        for (Identifier schema : result.missing()) {
            getLog().warn("Schema " + schema
                    + " is not in the database, and its page says so: run schema:migrate first.");
        }
        for (Path removed : result.removed()) {
            getLog().info("Removed, since it belongs to no schema of the mapping any more: " + relative(removed));
        }
        long changed = result.files().stream().filter(WrittenFile::changed).count();
        getLog().info("Data dictionary: " + result.files().size() + " files in " + relative(folder) + ", "
                + (changed == 0 ? "all as they were" : changed + " of them new or changed"));
        getLog().info("Check it with: mvn schema:verify -D" + Property.DOCUMENTATION + "=" + relative(folder));
    }
}
