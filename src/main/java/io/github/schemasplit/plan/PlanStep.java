package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import java.util.List;

/** One part of every plan. It looks at the assignment alone and does not know the other parts. */
interface PlanStep {
    List<Operation> operations(Assignment assignment);
}
