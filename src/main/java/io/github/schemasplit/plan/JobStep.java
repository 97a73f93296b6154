package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.RoutineTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs of pg_cron whose commands name what moves get a command that names it where it goes, in the transaction that moves it, so that no
 * run of theirs fails in between. Where routines are rewritten, so are they, batch by batch.
 */
final class JobStep implements PlanStep {
    private final RoutineTexts texts;

    JobStep(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final String REASON = "its command names what moves";

    @Override
    public List<Operation> operations(Assignment assignment) {
        List<ScheduledJob> jobs = assignment.snapshot().scheduledJobs().jobs();
        if (jobs.isEmpty()
                || assignment.moves().isEmpty()
                || assignment.mapping().routineBodies().value() != RoutineBodies.REWRITE) {
            return List.of();
        }
        List<Operation> operations = new ArrayList<>();
        for (ScheduledJob job : jobs) {
            texts.mended(job).map(text -> AlterJob.of(job, text, REASON)).ifPresent(operations::add);
        }
        return operations;
    }
}
