package io.github.schemasplit.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server had counted of statements and tables at a moment. It counts on and on, so it is the difference of two that tells
 * of a time.
 *
 * @param takenAt when, by the server's clock
 * @param database the database's OID
 * @param standby whether that was a standby, which counts what is read there alone
 * @param tablesSince when it began to count what tables go through, as far as it tells
 * @param tables what it counted of each table of the database
 * @param statements what it counted of statements; empty where {@code pg_stat_statements} is not at work
 */
public record Observation(
        Instant takenAt,
        long database,
        boolean standby,
        Optional<Instant> tablesSince,
        List<TableStatistics> tables,
        Optional<StatementStatistics> statements) {
    public Observation {
        tables = List.copyOf(tables);
    }
}
