package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.dictionary.Dictionary;
import io.github.schemasplit.dictionary.DocumentedSchema;
import io.github.schemasplit.dictionary.Page;
import io.github.schemasplit.jdbc.BusyException;
import io.github.schemasplit.jdbc.PrintedDefinitionReader;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.report.DictionaryFile;
import io.github.schemasplit.report.DictionaryHtml;
import io.github.schemasplit.report.DictionaryMarkdown;
import io.github.schemasplit.sql.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code schema:document}: reads the database in one read-only transaction, and writes a data dictionary of the schemas of the mapping. */
public final class Document {
    private final Workplace workplace;
    private final ChangeListener listener;

    /**
     * @param listener is told how it makes its way
     */
    public Document(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /**
     * What was written.
     *
     * @param files all files of the dictionary
     * @param removed those of an earlier one that are not wanted any more
     * @param missing the schemas of the mapping that are not in the database
     */
    public record Result(List<WrittenFile> files, List<Path> removed, List<Identifier> missing) {}

    /**
     * Writes the dictionary.
     *
     * @throws GoalStoppedException when a file of somebody else's is in the way
     */
    public Result run(Mapping mapping, Path folder) {
        Read read = read(mapping);
        DocumentationFolder documentation = new DocumentationFolder(folder, read.files());
        documentation.check();
        List<WrittenFile> files = documentation.write();
        return new Result(files, documentation.remove(), read.missing());
    }

    /**
     * Compares the dictionary in a folder with the database, and writes nothing.
     *
     * @param name the folder as the user knows it
     * @return a finding for each file that is not as it would be written
     */
    public List<Finding> check(Mapping mapping, Path folder, String name) {
        return new DocumentationFolder(folder, read(mapping).files())
                .differences().stream().map(d -> finding(d, name)).toList();
    }

    private static Finding finding(DocumentationFolder.Difference difference, String folder) {
        String file = folder + "/" + difference.name();
        return new Finding(
                FindingCode.DOCUMENTATION_STALE,
                Severity.ERROR,
                file,
                difference.what(),
                "run schema:document -Dschema.documentation=" + folder + " and commit what it changes",
                Optional.of(new Origin(file, difference.line(), difference.line() == 0 ? 0 : 1, "")));
    }

    private record Read(List<DictionaryFile> files, List<Identifier> missing) {}

    private Read read(Mapping mapping) {
        List<DocumentedSchema> schemas = schemas(mapping);
        PrintedDefinitionReader.Reading reading = read(schemas);
        List<DictionaryFile> files = new ArrayList<>();
        for (Page page : Dictionary.pages(reading.snapshot(), reading.definitions(), schemas)) {
            files.add(DictionaryMarkdown.file(page));
            files.add(DictionaryHtml.file(page));
        }
        return new Read(
                files,
                schemas.stream()
                        .map(DocumentedSchema::name)
                        .filter(schema -> reading.snapshot().schema(schema).isEmpty())
                        .toList());
    }

    private PrintedDefinitionReader.Reading read(List<DocumentedSchema> schemas) {
        try {
            return Session.run(workplace, false, listener, connection -> {
                listener.on(Event.Phase.READING);
                return new PrintedDefinitionReader(workplace.statementTimeout())
                        .read(
                                connection,
                                schemas.stream().map(DocumentedSchema::name).toList());
            });
        } catch (BusyException e) {
            throw new GoalStoppedException(e.getMessage()
                    + ". The server prints none of a table that somebody changes, and it was waited for 10 s."
                    + " Nothing was changed. Run the goal again when they are done.");
        }
    }

    /** The target schemas in the mapping's order, and then the source schema; the journal's is none of them. */
    private List<DocumentedSchema> schemas(Mapping mapping) {
        Map<Identifier, DocumentedSchema> schemas = new LinkedHashMap<>();
        for (TargetSchema target : mapping.targets()) {
            Identifier name = target.name().value();
            schemas.put(name, new DocumentedSchema(name, target.purpose().map(Located::value), false));
        }
        Identifier source = mapping.source().value();
        schemas.putIfAbsent(source, new DocumentedSchema(source, Optional.empty(), true));
        schemas.remove(workplace.journalSchema());
        return List.copyOf(schemas.values());
    }
}
