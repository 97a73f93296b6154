package io.github.schemasplit.proposal;

import io.github.schemasplit.catalog.ObservedStatement;
import java.util.List;
import java.util.Optional;

/**
 * The statements that sessions run, as far as they are known.
 *
 * @param statements the statements
 * @param missing why there are none, as a clause; empty where there are
 */
public record Observed(List<ObservedStatement> statements, Optional<String> missing) {
    public Observed {
        statements = List.copyOf(statements);
    }
}
