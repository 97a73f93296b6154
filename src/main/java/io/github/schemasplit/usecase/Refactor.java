package io.github.schemasplit.usecase;

import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.report.RefactorHtml;
import io.github.schemasplit.report.RefactorJson;
import io.github.schemasplit.report.RefactorSarif;
import io.github.schemasplit.sourcecode.MovedNames;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceChangedException;
import io.github.schemasplit.sourcecode.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code schema:refactor}: says where the sources name what the mapping moves, and writes them anew where that is certain. */
public final class Refactor {
    /** The report's file. */
    public static final String FILE = "refactor.json";

    /** The report's file for people. */
    public static final String HTML = "refactor.html";

    /** The report's file for code hosts. */
    public static final String SARIF = "refactor.sarif";

    /** The edits' file. */
    public static final String PATCH = "refactor.patch";

    private final Path root;
    private final Path outputDirectory;
    private final Optional<Workplace> database;
    private final ChangeListener listener;

    /**
     * @param root the folder that the sources are in
     * @param outputDirectory the folder that the report and the patch are written to
     * @param database the database that is asked what moves; what the mapping alone tells is taken where there is none
     * @param listener is told how it makes its way
     */
    public Refactor(Path root, Path outputDirectory, Optional<Workplace> database, ChangeListener listener) {
        this.root = root;
        this.outputDirectory = outputDirectory;
        this.database = database;
        this.listener = listener;
    }

    /**
     * Which files to look at, by globs as git writes them.
     *
     * @param includes those to look at; all where there are none
     * @param excludes those not to look at
     */
    public record Selection(List<String> includes, List<String> excludes) {
        /** All files. */
        public static final Selection ALL = new Selection(List.of(), List.of());

        public Selection {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }
    }

    /**
     * Reads the sources; writes {@value #FILE}, {@value #HTML}, {@value #SARIF} and {@value #PATCH}.
     *
     * @param apply whether to make the edits in the files
     * @throws GoalFailedException when a file cannot be read or written; no file is changed then
     */
    public Result run(Mapping mapping, Selection selection, boolean apply) {
        Refactoring refactoring = read(mapping, selection);
        Result result = write(refactoring);
        if (apply) {
            apply(refactoring);
        }
        return result;
    }

    private Result write(Refactoring refactoring) {
        OutputDirectory output = new OutputDirectory(outputDirectory);
        try {
            Result result = new Result(
                    refactoring,
                    output.write(FILE, out -> RefactorJson.write(refactoring, out)),
                    output.write(HTML, out -> RefactorHtml.write(refactoring, out)),
                    output.write(PATCH, refactoring::patch));
            output.write(SARIF, out -> RefactorSarif.write(refactoring, out));
            return result;
        } catch (SourceChangedException e) {
            throw new GoalFailedException(
                    "somebody works on the sources in " + root + ": " + e.getMessage() + "; run schema:refactor again",
                    e);
        }
    }

    /** Reads the sources, and writes nothing. */
    Refactoring read(Mapping mapping, Selection selection) {
        MovedNames names = names(mapping);
        listener.on(Event.Phase.READING_SOURCES);
        try {
            return new Sources(
                            root.toAbsolutePath(),
                            names,
                            selection.includes(),
                            selection.excludes(),
                            outputDirectory.toAbsolutePath())
                    .read();
        } catch (IOException e) {
            throw new GoalFailedException(
                    "the sources in " + root + " cannot be read: " + e.getMessage()
                            + "; leave out what is in the way with schema.excludes",
                    e);
        }
    }

    private MovedNames names(Mapping mapping) {
        if (database.isEmpty()) {
            return new MovedNames(mapping);
        }
        Workplace workplace = database.get();
        return Session.run(workplace, false, listener, connection -> {
            listener.on(Event.Phase.READING);
            Snapshot snapshot = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
            return NamesOfDatabase.of(PolicyReader.assign(connection, workplace.statementTimeout(), snapshot, mapping));
        });
    }

    private void apply(Refactoring refactoring) {
        try {
            refactoring.apply();
        } catch (IOException e) {
            String left =
                    Arrays.stream(e.getSuppressed()).map(Throwable::getMessage).collect(Collectors.joining(", "));
            throw new GoalFailedException(
                    "the sources cannot be changed: " + e.getMessage() + "; "
                            + (left.isEmpty()
                                    ? "all files are as they were"
                                    : "and not all could be put back (" + left + "): git apply -R " + PATCH),
                    e);
        }
    }

    /**
     * @param refactoring what was found
     * @param report where it was written
     * @param page where it was written for people
     * @param patch where the edits were written
     */
    public record Result(Refactoring refactoring, WrittenFile report, WrittenFile page, WrittenFile patch) {}
}
