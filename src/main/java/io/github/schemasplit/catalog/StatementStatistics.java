package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code pg_stat_statements} had counted at a moment.
 *
 * @param since when it began to, as far as the server tells
 * @param only the role whose statements alone could be seen; empty where those of all roles could
 * @param complete whether no statements are left out since there are too many; those that took least time are
 * @param statements the statements, those that took longest first, without their constants
 */
public record StatementStatistics(
        Optional<Instant> since, Optional<Identifier> only, boolean complete, List<ObservedStatement> statements) {
    public StatementStatistics {
        statements = List.copyOf(statements);
    }
}
