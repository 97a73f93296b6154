package io.github.schemasplit.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pg_stat_statements} had counted at a moment.
 *
 * @param since when it began to, as far as the server tells
 * @param everybody whether the role could see the statements of all roles, and not its own alone
 * @param statements the statements, those that took longest first
 */
public record StatementStatistics(Optional<Instant> since, boolean everybody, List<ObservedStatement> statements) {
    public StatementStatistics {
        statements = List.copyOf(statements);
    }
}
