package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.names.RoutineReading;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.UnclearName;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import io.github.schemasplit.sqltext.TextEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs of pg_cron whose commands name what moves.
 *
 * @see <a href="https://github.com/citusdata/pg_cron">pg_cron</a>
 */
final class ScheduledJobRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.moves().isEmpty()) {
            return List.of();
        }
        ScheduledJobs jobs = assignment.snapshot().scheduledJobs();
        List<Finding> findings = new ArrayList<>();
        if (jobs.sight() != ScheduledJobs.Sight.ALL) {
            findings.add(Finding.of(
                    FindingCode.CRON_JOBS_NOT_READ,
                    Severity.WARNING,
                    "table cron.job",
                    "role " + assignment.snapshot().server().currentRole() + " sees "
                            + (jobs.sight() == ScheduledJobs.Sight.OWN ? "only its own jobs" : "no jobs")
                            + " there, so that others may name what will move",
                    "run the goal as a role that sees them all, or look at them: "
                            + "SELECT jobid, jobname, username, command FROM cron.job;"));
        }
        RoutineTexts texts = new RoutineTexts(assignment);
        for (ScheduledJob job : jobs.jobs()) {
            check(job, texts.read(job.command(), job.role()), findings);
        }
        return findings;
    }

    private static void check(ScheduledJob job, RoutineReading reading, List<Finding> findings) {
        if (!reading.edits().isEmpty()) {
            findings.add(Finding.of(
                    FindingCode.CRON_JOB_NAMES_MOVED_OBJECT,
                    Severity.WARNING,
                    job.describe(),
                    "its command names what will move (" + Words.described(reading.named())
                            + "), and would then no longer find it",
                    "right after the move, run as role " + job.role() + ": "
                            + Statement.of(
                                    "SELECT cron.alter_job(job_id => %s, command => %s)",
                                    new Statement(Long.toString(job.id())),
                                    Literal.of(TextEdit.apply(job.command(), reading.edits())))
                            + ";"));
        }
        if (!reading.unclear().isEmpty()) {
            findings.add(Finding.of(
                    FindingCode.CRON_JOB_NEEDS_A_PERSON,
                    Severity.WARNING,
                    job.describe(),
                    "its command may name what will move, where only a person can tell: "
                            + UnclearName.all(reading.unclear()),
                    "look at its command, and write the new schema where it is meant: SELECT cron.alter_job(job_id => "
                            + job.id() + ", command => …);"));
        }
    }
}
