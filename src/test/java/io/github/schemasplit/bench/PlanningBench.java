package io.github.schemasplit.bench;

import io.github.schemasplit.analysis.Analysis;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.hazard.Hazards;
import io.github.schemasplit.jdbc.CatalogReader;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.names.RoutineTexts;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Assignment, analysis, plan and what is written of them: the time for a table must not grow with their number more than it does
 * for plain passes over the same objects. Those of a thousand tables stay in the processor's caches from one pass to the next, and
 * those of ten thousand do not, so that even they take two to three times as long for a table.
 */
final class PlanningBench {
    private static final double BOUND = 1.5;
    private static final int WARM_UPS = 12;
    private static final int ROUNDS = 15;

    /** About as many as there are analysis rules. */
    private static final int PASSES = 20;

    private static final ScriptContext CONTEXT =
            new ScriptContext("bench", "15", List.of(), List.of(), Duration.ofSeconds(1));

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
        Map<String, Double> growths = new LinkedHashMap<>();
        for (Stage stage : stages()) {
            growths.put(stage.name(), growth(stage.step(), large, small));
        }
        // Last, when the compiler has made the best of them, and what is left is the memory.
        double passes = growth(input -> passes(input.snapshot()), large, small);
        growths.forEach((stage, growth) -> results.add(Ratio.ofGrowth(
                stage + ", " + many + " tables as " + many / few + " times " + few + " : plain passes",
                growth,
                passes,
                BOUND)));
    }

    /** How many times the time for all the small ones the large one takes. */
    private static double growth(Step step, Input large, List<Input> small) throws Exception {
        return Times.inTurn(WARM_UPS, ROUNDS, () -> step.of(large), () -> small.forEach(step::of))
                .ratio();
    }

    /** Looks at every object, again and again. */
    private static Object passes(Snapshot snapshot) {
        long sum = 0;
        for (int i = 0; i < PASSES; i++) {
            sum += pass(snapshot);
        }
        return sum;
    }

    private static long pass(Snapshot snapshot) {
        long sum = 0;
        for (CatalogObject object : snapshot.objects().toList()) {
            sum += object.id().hashCode() + object.inSchema().hashCode();
        }
        return sum;
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
        RoutineTexts texts = new RoutineTexts(assignment);
        List<Finding> findings = Analysis.of(texts);
        return new AnalysisReport(
                assignment, findings, Hazards.of(texts, findings), new Planner().plan(texts), List.of(), List.of());
    }
}
