package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;

/**
 * A subscription of this database to another one.
 *
 * @param name its name
 * @param enabled whether it is to run
 * @param tables the OIDs of the tables that it feeds; it looks for them by the names that the publisher sends
 * @see <a href="https://www.postgresql.org/docs/current/logical-replication-subscription.html">Subscription</a>
 */
public record Subscription(Identifier name, boolean enabled, List<Long> tables) {
    public Subscription {
        tables = List.copyOf(tables);
    }

    public String describe() {
        return "subscription " + name;
    }
}
