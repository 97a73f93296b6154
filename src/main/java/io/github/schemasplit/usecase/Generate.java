package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.JournalEntry;
import io.github.schemasplit.jdbc.JournalException;
import io.github.schemasplit.jdbc.Timeouts;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.ParsedMapping;
import io.github.schemasplit.plan.ExtensionSettings;
import io.github.schemasplit.render.PsqlScripts;
import io.github.schemasplit.render.RenderedFile;
import io.github.schemasplit.render.ScriptContext;
import io.github.schemasplit.report.AnalysisReport;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code schema:generate}: writes the plan and its inverse as files, and changes nothing in the database. */
public final class Generate {
    private final Workplace workplace;
    private final Optional<Project> project;
    private final ChangeListener listener;

    /**
     * @param project what the runbook tells of beside the database
     * @param listener is told how it makes its way
     */
    public Generate(Workplace workplace, Optional<Project> project, ChangeListener listener) {
        this.workplace = workplace;
        this.project = project;
        this.listener = listener;
    }

    /** Of the database alone. */
    public Generate(Workplace workplace, ChangeListener listener) {
        this(workplace, Optional.empty(), listener);
    }

    /**
     * What is beside the database.
     *
     * @param folder the project's folder, in which files of build servers are looked for
     * @param backups where {@code schema:backup} writes
     * @param mapping the mapping as it is written, by which a rehearsal is known to be of it
     */
    public record Project(Path folder, Path backups, ParsedMapping mapping) {}

    /**
     * Writes {@code migrate.sql}, or a migration of a tool, and {@code rollback.sql}; where old names become views, {@code
     * contract.sql}; and {@code runbook.md}, also of a migration that is done.
     *
     * @param tool the tool that is to run the migration; empty for plain scripts
     * @throws GoalStoppedException when the analysis has errors; nothing is written then
     */
    public Result run(Mapping mapping, Optional<MigrationTool> tool) {
        Input input = Session.run(workplace, false, listener, connection -> {
            listener.on(Event.Phase.READING);
            Optional<List<String>> applied = tool.isPresent()
                    ? workplace
                            .statementTimeout()
                            .within(connection, () -> tool.get().applied(connection))
                    : Optional.empty();
            Snapshot snapshot = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
            return new Input(
                    PolicyReader.assign(connection, workplace.statementTimeout(), snapshot, mapping),
                    applied,
                    history(connection));
        });
        listener.on(Event.Phase.ANALYSING);
        AnalysisReport report = Analyze.report(input.assignment(), List.of());
        if (report.hasErrors()) {
            throw new GoalStoppedException("No script can be made as the mapping says", report.findings());
        }
        List<WrittenFile> files = new ArrayList<>();
        if (!report.plan().isEmpty()) {
            files.addAll(write(report, input, tool));
        }
        new RunbookWriter(workplace, project.map(Project::backups).orElse(workplace.outputDirectory()))
                .write(report, input.history(), project)
                .ifPresent(files::add);
        return new Result(report, files);
    }

    /** Scripts can be written where nobody may read the journal, too. */
    private List<JournalEntry> history(Connection connection) throws SQLException {
        try {
            return workplace.journal(connection).history();
        } catch (JournalException e) {
            return List.of();
        }
    }

    private List<WrittenFile> write(AnalysisReport report, Input input, Optional<MigrationTool> tool) {
        Snapshot snapshot = input.assignment().database();
        ScriptContext context = new ScriptContext(
                snapshot.server().database().value(),
                snapshot.server().version(),
                ExtensionSettings.of(snapshot),
                report.hazards(),
                Timeouts.DEFAULT.lock());
        OutputDirectory output = new OutputDirectory(workplace.outputDirectory());
        List<WrittenFile> files = new ArrayList<>();
        if (tool.isPresent()) {
            files.addAll(new MigrationFolder(tool.get()).write(report.plan(), context, input.applied()));
        } else {
            files.add(write(output, PsqlScripts.migrate(report.plan(), context)));
        }
        files.add(write(output, PsqlScripts.rollback(report.plan(), context)));
        if (report.plan().madeViews().findAny().isPresent()
                || report.plan().searchPaths().findAny().isPresent()) {
            files.add(write(output, PsqlScripts.contract(report.plan(), context)));
        }
        return files;
    }

    private static WrittenFile write(OutputDirectory output, RenderedFile file) {
        return output.write(file.name(), file.content());
    }

    private record Input(Assignment assignment, Optional<List<String>> applied, List<JournalEntry> history) {}

    /**
     * @param report the analysis that the plan was made from
     * @param files the files, in order; no scripts when there is nothing to do
     */
    public record Result(AnalysisReport report, List<WrittenFile> files) {
        public Result {
            files = List.copyOf(files);
        }
    }
}
