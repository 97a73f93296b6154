package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the plan: what the mapping wants and the snapshot has not. A database that is as the mapping says yields an empty
 * plan, one that is half moved yields the rest.
 *
 * <p>Pure and deterministic: operations stand in the order of the steps and, within a step, in the order of names.
 */
public final class Planner {
    private static final List<PlanStep> STEPS = List.of(
            new SchemaStep(),
            new UsageStep(),
            new DefaultAclStep(),
            new RoutineStep(),
            new JobStep(),
            new MoveStep(),
            new PublicationStep());

    public Plan plan(Assignment assignment) {
        Stream<Operation> operations = STEPS.stream().flatMap(s -> s.operations(assignment).stream());
        return new Plan(operations.toList());
    }
}
