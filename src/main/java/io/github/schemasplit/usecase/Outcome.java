package io.github.schemasplit.usecase;

import io.github.schemasplit.plan.Plan;
import java.util.List;

/**
 * What a goal did to the database, for those who are told of it.
 *
 * @param plan what was done; for a rollback, what was taken back
 * @param batches how, in order; empty when there was nothing to do
 */
public record Outcome(Plan plan, List<Applied> batches) {
    public Outcome {
        batches = List.copyOf(batches);
    }

    /** The last of what was made. */
    Applied last() {
        return batches.get(batches.size() - 1);
    }
}
