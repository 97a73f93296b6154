package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ScheduledJob;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code cron.alter_job}: gives a job of pg_cron another command, and leaves all else about it as it is.
 *
 * @param job its number
 * @param name its name, if it has one
 * @param from the command before
 * @param to the command after
 * @param reason why
 * @see <a href="https://github.com/citusdata/pg_cron">pg_cron</a>
 */
public record AlterJob(long job, Optional<String> name, String from, String to, String reason) implements Operation {
    /** The change of a job of a snapshot. */
    static AlterJob of(ScheduledJob job, String to, String reason) {
        return new AlterJob(job.id(), job.name(), job.command(), to, reason);
    }

    /** The SHA-256 of the command before, in UTF-8: 64 hexadecimal digits. */
    public String before() {
        return PlanFingerprint.sha256(from);
    }

    /** The call of the function, an expression. */
    public Statement call() {
        return Statement.of(
                "cron.alter_job(job_id => %s, command => %s)", new Statement(Long.toString(job)), Literal.of(to));
    }

    @Override
    public Statement statement() {
        return Statement.of("SELECT %s", call());
    }

    @Override
    public AlterJob inverse() {
        return new AlterJob(job, name, to, from, reason);
    }

    /** Of a relation: pg_cron's table is not one that a plan is about, and its other rows stay free. */
    /** A job is a row of a table, and no object of the catalog. */
    @Override
    public boolean changes(CatalogObject object) {
        return false;
    }

    @Override
    public String subject() {
        return ScheduledJob.describe(job, name);
    }
}
