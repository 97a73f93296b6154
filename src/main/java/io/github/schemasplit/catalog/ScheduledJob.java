package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A job of pg_cron in this database.
 *
 * @param id its number, which no other job gets
 * @param name its name, if it has one
 * @param command the SQL that it runs
 * @param role the role that runs it
 * @param alterable whether the reading role may give it another command, and it is certain that it runs here
 */
public record ScheduledJob(long id, Optional<String> name, String command, Identifier role, boolean alterable) {
    /** What it is called, such as {@code cron job 7 (nightly)}. */
    public String describe() {
        return describe(id, name);
    }

    /** What a job of that number and name is called. */
    public static String describe(long id, Optional<String> name) {
        return "cron job " + id + name.map(n -> " (" + n + ")").orElse("");
    }
}
