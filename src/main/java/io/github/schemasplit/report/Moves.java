package io.github.schemasplit.report;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.plan.Plan;

/**
 * What was moved.
 *
 * @param plan all that was done, in order
 * @param assignment which object belongs where, of which the plan was made; where there were several batches, the last one's
 */
public record Moves(Plan plan, Assignment assignment) {}
