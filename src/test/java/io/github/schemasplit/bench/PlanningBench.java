package io.github.schemasplit.bench;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.plan.Planner;
import io.github.schemasplit.render.PsqlScripts;
import io.github.schemasplit.render.ScriptContext;
import io.github.schemasplit.report.AnalysisConsole;
import io.github.schemasplit.report.AnalysisJson;
import io.github.schemasplit.report.AnalysisReport;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Assignment, analysis, plan and what is written of them: the time for a table must not grow with their number. */
final class PlanningBench {
    private static final double BOUND = 2;
    private static final ScriptContext CONTEXT = new ScriptContext("bench", "15", Duration.ofSeconds(1));

    private PlanningBench() {}

    /** Something that is made of an input. */
    private record Stage(String name, Step step) {}

    @FunctionalInterface
    private interface Step {
        Object of(Input input);
    }

    private record Input(Snapshot snapshot, Mapping mapping, AnalysisReport report) {
        static Input of(String url, int tables) throws Exception {
            try (Connection connection = DriverManager.getConnection(url)) {
                Snapshot snapshot = new CatalogReader().readInOwnTransaction(connection);
                Mapping mapping = SyntheticMapping.of(tables);
                return new Input(snapshot, mapping, PlanningBench.report(snapshot, mapping));
            }
        }
    }

    static void run(Results results, String fewUrl, int few, String manyUrl, int many) throws Exception {
        Input large = Input.of(manyUrl, many);
        // Each of its own, so that what is small has no better place in the processor's caches than what is large.
        List<Input> small = new ArrayList<>();
        for (int i = 0; i < many / few; i++) {
            small.add(Input.of(fewUrl, few));
        }
        for (Stage stage : stages()) {
            results.add(Ratio.of(
                    stage.name() + ", " + many + " tables : " + many / few + " times " + few,
                    Times.inTurn(3, 9, () -> stage.step().of(large), () -> small.forEach(stage.step()::of)),
                    BOUND));
        }
    }

    private static List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage("assign, analyze and plan", i -> report(i.snapshot(), i.mapping())));
        stages.add(new Stage("  assign", i -> Assigner.assign(i.snapshot(), i.mapping())));
        stages.add(new Stage("  analyze", i -> Analysis.of(i.report().assignment())));
        stages.add(new Stage("  plan", i -> new Planner().plan(i.report().assignment())));
        stages.add(new Stage("write analysis.json", i -> AnalysisJson.write(i.report())));
        stages.add(new Stage("print the analysis", i -> AnalysisConsole.lines(i.report())));
        stages.add(new Stage(
                "write the scripts",
                i -> List.of(
                        PsqlScripts.migrate(i.report().plan(), CONTEXT),
                        PsqlScripts.rollback(i.report().plan(), CONTEXT))));
        return stages;
    }

    private static AnalysisReport report(Snapshot snapshot, Mapping mapping) {
        Assignment assignment = Assigner.assign(snapshot, mapping);
        return new AnalysisReport(assignment, Analysis.of(assignment), new Planner().plan(assignment));
    }
}
