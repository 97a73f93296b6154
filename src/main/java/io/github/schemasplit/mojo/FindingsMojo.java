package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.usecase.FindingsFiles;
import io.github.schemasplit.usecase.GoalStoppedException;
import io.github.schemasplit.usecase.WrittenFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share whose findings code hosts and build servers may show. */
abstract class FindingsMojo extends MappingMojo {
    /**
     * What to write beside the report: {@code sarif} for code hosts, which show findings beside the lines of the mapping and of the
     * sources; {@code junit} for build servers. Default: none. Example: {@code sarif,junit}.
     *
     * @since 0.1.0
     */
    @Parameter(property = Property.FORMATS)
    private @Nullable List<String> formats;

    private final String goal;
    private final String report;

    /**
     * @param goal the goal's name
     * @param report the name of its report, without its end
     */
    FindingsMojo(Components components, String goal, String report) {
        super(components);
        this.goal = goal;
        this.report = report;
    }

    /** The mapping; what is wrong with it is written in the formats that are wanted, too. */
    final ParsedMapping toldMapping() throws MojoExecutionException {
        return told(this::mapping);
    }

    /** What is read before the goal begins. */
    @FunctionalInterface
    interface Input<T> {
        T read() throws MojoExecutionException;
    }

    /** What is read; what is wrong with it is written in the formats that are wanted, too. */
    final <T> T told(Input<T> input) throws MojoExecutionException {
        Set<FindingsFiles.Format> wanted = formats();
        try {
            return input.read();
        } catch (GoalStoppedException e) {
            write(e.findings(), wanted);
            throw e;
        }
    }

    /** Writes findings in the formats that are wanted. */
    final void write(List<Finding> findings) throws MojoExecutionException {
        write(findings, formats());
    }

    private void write(List<Finding> findings, Set<FindingsFiles.Format> wanted) throws MojoExecutionException {
        Path mapping = mappingFile().orElse(resolve("pom.xml"));
        FindingsFiles files = new FindingsFiles(outputDirectory(), baseDirectory(), mapping);
        for (WrittenFile file : files.write(goal, report, findings, wanted)) {
            getLog().info("Report: " + file.path());
        }
    }

    private Set<FindingsFiles.Format> formats() throws MojoExecutionException {
        return formats(options().list(Property.FORMATS, formats));
    }

    /** The formats of these names. */
    static Set<FindingsFiles.Format> formats(List<String> names) throws MojoExecutionException {
        Set<FindingsFiles.Format> wanted = EnumSet.noneOf(FindingsFiles.Format.class);
        for (String name : names) {
            switch (name) {
                case "sarif" -> wanted.add(FindingsFiles.Format.SARIF);
                case "junit" -> wanted.add(FindingsFiles.Format.JUNIT);
                default ->
                    throw new MojoExecutionException(Property.FORMATS + " has '" + name
                            + "': write sarif or junit, or both with a comma between");
            }
        }
        return wanted;
    }
}
