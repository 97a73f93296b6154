package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.report.FindingsJunit;
import io.github.schemasplit.report.FindingsSarif;
import io.github.schemasplit.sourcecode.Repository;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Findings in the formats that code hosts and build servers read. */
public final class FindingsFiles {
    private final Path outputDirectory;
    private final Path folder;
    private final Path mapping;

    /**
     * @param outputDirectory the folder that they are written to
     * @param folder the project's folder, from which files are named in the mapping
     * @param mapping the file that stands for findings which are about no line of any
     */
    public FindingsFiles(Path outputDirectory, Path folder, Path mapping) {
        this.outputDirectory = outputDirectory;
        this.folder = folder;
        this.mapping = mapping;
    }

    /** What can be written beside the report. */
    public enum Format {
        /** Static Analysis Results Interchange Format. */
        SARIF,
        /** JUnit's XML. */
        JUNIT
    }

    /**
     * Writes findings.
     *
     * @param goal the goal's name, such as {@code verify}
     * @param report the name of the goal's report without its end, such as {@code verification}
     * @throws GoalFailedException when a file cannot be written
     */
    public List<WrittenFile> write(String goal, String report, List<Finding> findings, Set<Format> formats) {
        OutputDirectory output = new OutputDirectory(outputDirectory);
        List<WrittenFile> files = new ArrayList<>();
        if (formats.contains(Format.SARIF)) {
            files.add(output.write(
                    report + ".sarif", out -> FindingsSarif.write(findings, this::file, inRepository(mapping), out)));
        }
        if (formats.contains(Format.JUNIT)) {
            files.add(output.write(
                    "TEST-schema-" + goal + ".xml", out -> FindingsJunit.write("schema:" + goal, findings, out)));
        }
        return files;
    }

    /** The file of an origin; empty where it is a property, or nowhere. */
    private Optional<String> file(Origin origin) {
        try {
            return inRepository(folder.resolve(origin.source()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Optional<String> inRepository(Path file) {
        return Files.isRegularFile(file) ? Repository.path(folder, file) : Optional.empty();
    }
}
