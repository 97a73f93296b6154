package io.github.schemasplit.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The jobs of pg_cron in this database.
 *
 * @param sight which of them the reading role sees
 * @param jobs those that it sees, by number
 * @see <a href="https://github.com/citusdata/pg_cron">pg_cron</a>
 */
public record ScheduledJobs(Sight sight, List<ScheduledJob> jobs) {
    /** How much a role sees. */
    public enum Sight {
        /** All jobs, or there is no table of them. */
        ALL,
        /** Its own jobs. */
        OWN,
        /** No jobs. */
        NONE
    }

    /** What there is in a database without pg_cron. */
    public static final ScheduledJobs ABSENT = new ScheduledJobs(Sight.ALL, List.of());

    public ScheduledJobs {
        jobs = List.copyOf(jobs);
    }

    /** The job of that number, if it is one of those that the role sees. */
    public Optional<ScheduledJob> find(long id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst();
    }
}
