package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.TableVerdict;
import io.github.schemasplit.analysis.TableVerdicts;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.diagram.Drawings;
import io.github.schemasplit.hazard.Hazards;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.jdbc.ObservedStatementRows;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.names.CrossSchemaStatements;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.report.AnalysisHtml;
import io.github.schemasplit.report.AnalysisJson;
import io.github.schemasplit.report.AnalysisReport;
import java.util.List;
import java.util.Optional;

/**
 * {@code schema:analyze}: reads the database in one read-only transaction, and has expressions of policies read in one that is taken back;
 * says what is so and what would move. Writes nothing to the database, unless it is to keep what the server counts.
 */
public final class Analyze {
    /** The report's file. */
    public static final String FILE = "analysis.json";

    /** The same, for people. */
    public static final String PAGE = "analysis.html";

    private final Workplace workplace;
    private final boolean observes;
    private final ChangeListener listener;

    /**
     * @param observes whether what the server counts of statements and tables is kept with the journal
     * @param listener is told how it makes its way
     */
    public Analyze(Workplace workplace, boolean observes, ChangeListener listener) {
        this.workplace = workplace;
        this.observes = observes;
        this.listener = listener;
    }

    /** Keeps nothing with the journal. */
    public Analyze(Workplace workplace, ChangeListener listener) {
        this(workplace, false, listener);
    }

    /** Analyzes, and writes {@value #FILE} and {@value #PAGE}. */
    public Result run(Mapping mapping) {
        Reading reading = Session.run(workplace, false, listener, connection -> {
            listener.on(Event.Phase.READING);
            Snapshot snapshot = new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
            return new Reading(
                    PolicyReader.assign(connection, workplace.statementTimeout(), snapshot, mapping),
                    workplace
                            .statementTimeout()
                            .within(connection, () -> ObservedStatementRows.read(connection, snapshot)));
        });
        if (observes) {
            try (Watch watch = new Watch(workplace, listener)) {
                watch.begin();
                watch.keep(Optional.empty());
            }
        }
        listener.on(Event.Phase.ANALYSING);
        AnalysisReport report = report(reading.assignment(), reading.statements());
        OutputDirectory output = new OutputDirectory(workplace.outputDirectory());
        byte[] json = AnalysisJson.write(report);
        WrittenFile file = output.write(FILE, json);
        DrawingsFile pictures = new DrawingsFile(output);
        Drawings drawings = pictures.drawings();
        Optional<byte[]> page = AnalysisHtml.unlessIn(report, json, output.read(PAGE), drawings);
        pictures.write(drawings);
        return new Result(report, file, page.isPresent() ? output.write(PAGE, page.get()) : output.unchanged(PAGE));
    }

    private record Reading(Assignment assignment, List<ObservedStatement> statements) {}

    /** All that can be said of an assignment. Pure. */
    static AnalysisReport report(Assignment assignment, List<ObservedStatement> statements) {
        RoutineTexts texts = new RoutineTexts(assignment);
        List<TableVerdict> verdicts = TableVerdicts.of(texts, statements);
        List<Finding> findings = Analysis.of(texts, verdicts);
        return new AnalysisReport(
                assignment,
                findings,
                Hazards.of(texts, findings),
                new Planner().plan(texts),
                CrossSchemaStatements.of(texts, statements),
                verdicts);
    }

    /**
     * @param report what was found
     * @param file where it was written, for programs
     * @param page where it was written, for people
     */
    public record Result(AnalysisReport report, WrittenFile file, WrittenFile page) {}
}
