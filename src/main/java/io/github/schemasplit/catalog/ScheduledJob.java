package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A job of pg_cron in this database.
 *
 * @param id its number
 * @param name its name, if it has one
 * @param command the SQL that it runs
 * @param role the role that runs it
 */
public record ScheduledJob(long id, Optional<String> name, String command, Identifier role) {
    /** What it is called, such as {@code cron job 7 (nightly)}. */
    public String describe() {
        return "cron job " + id + name.map(n -> " (" + n + ")").orElse("");
    }
}
