package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.report.AnalysisJson;
import io.github.schemasplit.report.AnalysisReport;

/** {@code schema:analyze}: reads the database in one read-only transaction, and says what is so and what would move. */
public final class Analyze {
    /** The report's file. */
    public static final String FILE = "analysis.json";

    private final Workplace workplace;
    private final ChangeListener listener;

    /**
     * @param listener is told how it makes its way
     */
    public Analyze(Workplace workplace, ChangeListener listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /** Analyzes, and writes {@value #FILE}. */
    public Result run(Mapping mapping) {
        Snapshot snapshot = Session.run(workplace, false, listener, connection -> {
            listener.on(Event.Phase.READING);
            return new CatalogReader(workplace.statementTimeout()).readInOwnTransaction(connection);
        });
        listener.on(Event.Phase.ANALYSING);
        AnalysisReport report = report(snapshot, mapping);
        return new Result(
                report, new OutputDirectory(workplace.outputDirectory()).write(FILE, AnalysisJson.write(report)));
    }

    /** All that can be said of a snapshot. Pure. */
    static AnalysisReport report(Snapshot snapshot, Mapping mapping) {
        Assignment assignment = Assigner.assign(snapshot, mapping);
        return new AnalysisReport(assignment, Analysis.of(assignment), new Planner().plan(assignment));
    }

    /**
     * @param report what was found
     * @param file where it was written
     */
    public record Result(AnalysisReport report, WrittenFile file) {}
}
