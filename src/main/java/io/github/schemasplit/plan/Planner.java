package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.names.RoutineTexts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the plan: what the mapping wants and the snapshot has not. A database that is as the mapping says yields an empty
 * plan, one that is half moved yields the rest.
 *
 * <p>Pure and deterministic: operations stand in the order of the steps and, within a step, in the order of names.
 */
public final class Planner {
    public Plan plan(Assignment assignment) {
        return plan(new RoutineTexts(assignment));
    }

    /**
     * The plan of an assignment.
     *
     * @param texts those of the assignment, which others read too
     */
    public Plan plan(RoutineTexts texts) {
        Stream<Operation> operations = steps(texts).stream().flatMap(s -> s.operations(texts.assignment()).stream());
        return new Plan(operations.toList());
    }

    private static List<PlanStep> steps(RoutineTexts texts) {
        return List.of(
                new SchemaStep(),
                new UsageStep(),
                new DefaultAclStep(),
                new SearchPathStep(),
                new ApiStep(),
                new RoutineStep(texts),
                new JobStep(texts),
                new MoveStep(),
                new PublicationStep());
    }
}
