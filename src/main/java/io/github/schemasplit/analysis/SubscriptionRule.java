package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Subscription;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Subscriptions that feed tables that move. Each row comes with the name that its table has at the publisher, and is looked for by it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/logical-replication-subscription.html">Subscription</a>
 */
final class SubscriptionRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (Subscription subscription : assignment.snapshot().subscriptions()) {
            List<QualifiedName> fed = new ArrayList<>();
            for (Placement move : assignment.moves()) {
                if (subscription.tables().contains(move.object().id().oid())) {
                    fed.add(move.current());
                }
            }
            if (!fed.isEmpty()) {
                findings.add(finding(subscription, fed));
            }
        }
        return findings;
    }

    private static Finding finding(Subscription subscription, List<QualifiedName> fed) {
        String feeds = "it feeds " + Words.count(fed.size(), "moving table") + " (" + Words.some(fed)
                + ") by the names that the publisher sends; ";
        Statement disable = Statement.of("ALTER SUBSCRIPTION %s DISABLE", subscription.name());
        Statement enable = Statement.of("ALTER SUBSCRIPTION %s ENABLE", subscription.name());
        return subscription.enabled()
                ? Finding.of(
                        FindingCode.SUBSCRIPTION_FEEDS_MOVED_TABLE,
                        Severity.ERROR,
                        subscription.describe(),
                        feeds + "it would not find them, stop for all its tables, and the publisher keep its WAL",
                        "move the tables of the publisher first, with the same mapping, and wait until this server's log says that"
                                + " a relation of their new schemas does not exist: all from before has come then. Run: "
                                + disable + "; move the tables here, then run: " + enable
                                + "; Where the publisher's stay, leave these out of the mapping, or replace the subscription")
                : Finding.of(
                        FindingCode.SUBSCRIPTION_FEEDS_MOVED_TABLE,
                        Severity.WARNING,
                        subscription.describe(),
                        feeds
                                + "enabled again, it finds them only where they have moved there, too, and all from before has come",
                        "when the publisher's tables have moved with the same mapping, and these, run: " + enable
                                + ";");
    }
}
