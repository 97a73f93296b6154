package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.catalog.ScheduledJobs;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.RoutineBodies;
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
 * Jobs of pg_cron whose commands name what moves, but for those that the migration mends.
 *
 * @see <a href="https://github.com/citusdata/pg_cron">pg_cron</a>
 */
final class ScheduledJobRule implements AnalysisRule {
    private final RoutineTexts texts;

    ScheduledJobRule(RoutineTexts texts) {
        this.texts = texts;
    }

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
        if (assignment.mapping().routineBodies().value() != RoutineBodies.FAIL) {
            findings.addAll(findings(texts, Severity.WARNING));
        }
        return findings;
    }

    /** What is to be said of all jobs. */
    static List<Finding> findings(RoutineTexts texts, Severity severity) {
        Assignment assignment = texts.assignment();
        List<ScheduledJob> jobs = assignment.snapshot().scheduledJobs().jobs();
        if (jobs.isEmpty() || assignment.moves().isEmpty()) {
            return List.of();
        }
        RoutineBodies bodies = assignment.mapping().routineBodies().value();
        List<Finding> findings = new ArrayList<>();
        for (ScheduledJob job : jobs) {
            RoutineReading reading = texts.read(job.command(), job.role());
            boolean mended = bodies == RoutineBodies.REWRITE && job.alterable();
            if (!reading.edits().isEmpty() && !mended) {
                findings.add(Finding.of(
                        FindingCode.CRON_JOB_NAMES_MOVED_OBJECT,
                        severity,
                        job.describe(),
                        "its command names what will move (" + Words.described(reading.named())
                                + "), and would then no longer find it",
                        bodies == RoutineBodies.FAIL ? refused(job) : toBeMended(job, reading, bodies)));
            }
            if (!reading.unclear().isEmpty()) {
                findings.add(Finding.of(
                        FindingCode.CRON_JOB_NEEDS_A_PERSON,
                        severity,
                        job.describe(),
                        "its command may name what will move, where only a person can tell: "
                                + UnclearName.all(reading.unclear()),
                        "look at its command, and write the new schema where it is meant: SELECT cron.alter_job(job_id => "
                                + job.id() + ", command => …);"));
            }
        }
        return findings;
    }

    private static String toBeMended(ScheduledJob job, RoutineReading reading, RoutineBodies bodies) {
        String byHand = "right after the move, run as role " + job.role() + ": "
                + Statement.of(
                        "SELECT cron.alter_job(job_id => %s, command => %s)",
                        new Statement(Long.toString(job.id())),
                        Literal.of(TextEdit.apply(job.command(), reading.edits())))
                + ";";
        return bodies != RoutineBodies.REWRITE && job.alterable()
                ? "let it be done with the move: " + MappingOption.ROUTINE_BODIES.advice("rewrite") + "; or " + byHand
                : byHand;
    }

    private static String refused(ScheduledJob job) {
        return "let it be mended with the move"
                + (job.alterable() ? "" : ", as role " + job.role() + " or as a superuser")
                + ": " + MappingOption.ROUTINE_BODIES.advice("rewrite")
                + "; or leave it as it is, so that it fails until it is mended: "
                + MappingOption.ROUTINE_BODIES.advice("report");
    }
}
