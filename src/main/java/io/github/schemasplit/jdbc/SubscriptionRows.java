package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Subscription;
import io.github.schemasplit.sql.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the subscriptions that feed tables of the database, whose query few databases need. */
final class SubscriptionRows implements CatalogQueries.Consumer {
    private final List<Subscription> subscriptions = new ArrayList<>();

    private SubscriptionRows() {}

    /**
     * @param subscribed whether any table is fed
     */
    static List<Subscription> read(Connection connection, boolean subscribed) throws SQLException {
        SubscriptionRows rows = new SubscriptionRows();
        if (subscribed) {
            CatalogQueries queries = new CatalogQueries(connection);
            queries.add("subscriptions");
            queries.run(rows);
        }
        return rows.subscriptions;
    }

    @Override
    public void accept(String query, Row row) throws SQLException {
        Identifier name = row.name();
        boolean enabled = row.flag();
        subscriptions.add(new Subscription(name, enabled, row.numbers()));
    }
}
