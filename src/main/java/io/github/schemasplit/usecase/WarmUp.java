package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.report.AnalysisConsole;
import io.github.schemasplit.report.AnalysisJson;
import io.github.schemasplit.report.AnalysisReport;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.function.Consumer;

/**
 * Java loads and links code when it is first run, which for a goal on a small database is most of its time. So a goal does its work
 * on a database that has nothing, in a thread of its own, while it connects and reads the catalog.
 */
final class WarmUp {
    private static final int VERSION = 180_000;
    private static final Identifier NOBODY = Identifier.of("nobody");

    /** A database that has nothing. */
    static final Snapshot NOTHING = new Snapshot(
            new Server(VERSION, "", NOBODY, 0, NOBODY, false, List.of(), NOBODY),
            List.of(),
            List.of(),
            List.of(),
            List.of());

    private WarmUp() {}

    /** Starts it; whoever needs the code before it is loaded waits no longer than without. */
    static void start(Consumer<Snapshot> work) {
        Thread thread = new Thread(() -> work.accept(NOTHING), "schema-warm-up");
        thread.setDaemon(true);
        // What the work can not do, the goal itself is to say.
        thread.setUncaughtExceptionHandler((t, e) -> {});
        thread.start();
    }

    /** The work of an analysis: the report, and all that is said of it. */
    static void analyze(Snapshot nothing, Mapping mapping) {
        AnalysisReport report = Analyze.report(nothing, mapping);
        AnalysisJson.write(report);
        AnalysisConsole.lines(report);
    }

    /** The work of a migration until it is planned. */
    static void plan(Snapshot nothing, Mapping mapping) {
        Assignment assignment = Assigner.assign(nothing, mapping);
        Analysis.ofErrors(assignment);
        new Planner().plan(assignment);
    }
}
