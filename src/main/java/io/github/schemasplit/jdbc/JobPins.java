package io.github.schemasplit.jdbc;

import io.github.schemasplit.plan.AlterJob;
import io.github.schemasplit.plan.Plan;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change's block does with the jobs of pg_cron that it alters. {@code cron.alter_job} writes over whatever a job's command is by
 * then; so each job's row is locked first, after which another writer waits, and only then compared with what was read. Who may not
 * lock it, as most roles that have jobs, has the function set the job's database to what it is, which takes the same lock: of all that
 * can be altered, nobody else is likely to alter that at the same moment.
 */
final class JobPins {
    /** The updates of rows of pg_cron's table that are ours, which no event trigger made. */
    private static final String UPDATES = "ss_job_updates";

    private JobPins() {}

    static void declare(Block block) {
        block.add(UPDATES + " int8 := 0;");
    }

    /** Makes every other writer wait, and ends the change where one came first. */
    static void add(Block block, Plan plan) {
        List<String> jobs = new ArrayList<>();
        for (AlterJob alter : plan.jobs().toList()) {
            jobs.add("(" + alter.job() + "::int8, " + Literal.of(alter.from()).sql() + ")");
        }
        if (jobs.isEmpty()) {
            return;
        }
        String planned = "(VALUES " + String.join(", ", jobs) + ") AS p(id, command)";
        compare(block, planned);
        block.add("IF has_table_privilege('cron.job', 'UPDATE') THEN");
        block.add("PERFORM 1 FROM cron.job AS j WHERE j.jobid IN (SELECT p.id FROM " + planned
                + ") ORDER BY j.jobid FOR NO KEY UPDATE;");
        block.add("ELSE");
        block.add(
                "PERFORM cron.alter_job(job_id => j.jobid, database => j.database) FROM cron.job AS j WHERE j.jobid IN (SELECT p.id FROM "
                        + planned + ");");
        block.add(UPDATES + " := " + UPDATES + " + " + jobs.size() + ";");
        block.add("END IF;");
        compare(block, planned);
    }

    private static void compare(Block block, String planned) {
        block.raiseIf(
                "EXISTS (SELECT FROM " + planned + " LEFT JOIN cron.job AS j ON j.jobid = p.id"
                        + " AND j.database = current_database() WHERE j.command IS DISTINCT FROM p.command)",
                SqlStates.CHANGED,
                "a job of pg_cron has another command than the one that was read, or is gone");
    }

    /** Adds the statement of an operation, and a look whether it did what it says. */
    static void alter(Block block, AlterJob alter) {
        block.add("PERFORM " + alter.call().sql() + ";");
        block.add(UPDATES + " := " + UPDATES + " + 1;");
        block.raiseIf(
                "NOT EXISTS (SELECT FROM cron.job AS j WHERE j.jobid = " + alter.job() + " AND j.command = "
                        + Literal.of(alter.to()).sql() + ")",
                SqlStates.JOB_NOT_ALTERED,
                "the job has not the command that it was given");
    }
}
