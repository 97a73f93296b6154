package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.names.RoutineTexts;
import java.util.ArrayList;
import java.util.List;

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
        return whole(texts, places(texts));
    }

    /**
     * The same, of which the part that comes first is planned already.
     *
     * @param places that part, as {@link #places} gives it
     */
    public Plan whole(RoutineTexts texts, Plan places) {
        List<Operation> operations = new ArrayList<>(places.operations());
        operations.addAll(RoleStep.of(texts.assignment()));
        operations.addAll(AccessStep.operations(texts.assignment(), operations));
        operations.addAll(PolicyStep.of(texts.assignment()));
        operations.addAll(ApiStep.later(texts.assignment()));
        return new Plan(operations);
    }

    /** The part of the plan that brings everything to its place; who may do what there comes after it. */
    public Plan places(RoutineTexts texts) {
        List<Operation> operations = new ArrayList<>();
        for (PlanStep step : steps(texts)) {
            operations.addAll(step.operations(texts.assignment()));
        }
        return new Plan(operations);
    }

    /** The roles that are still to be made. */
    public static List<CreateRole> roles(Assignment assignment) {
        return RoleStep.of(assignment);
    }

    /** What is still to be granted and revoked, as if everything were in its place. */
    public Plan access(Assignment assignment) {
        return new Plan(AccessStep.operations(assignment, List.of()));
    }

    /** What of the plan is about the row security of tables. */
    public static List<PolicyOperation> policies(Assignment assignment) {
        return PolicyStep.of(assignment);
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
