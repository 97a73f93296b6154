package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Webhooks of Supabase on tables that move: they are triggers and follow, and what they send names the table's schema.
 *
 * @see <a href="https://supabase.com/docs/guides/database/webhooks">Database Webhooks</a>
 */
final class WebhookRule implements AnalysisRule {
    private static final QualifiedName ROUTINE = QualifiedName.of("supabase_functions", "http_request");

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (Trigger trigger : assignment.snapshot().all(Trigger.class)) {
            Optional<Placement> table = assignment.placement(ObjectId.relation(trigger.relation()));
            if (table.isPresent() && !table.get().isInPlace() && isWebhook(assignment.snapshot(), trigger)) {
                findings.add(finding(trigger, table.get()));
            }
        }
        return findings;
    }

    static boolean isWebhook(Snapshot snapshot, Trigger trigger) {
        return snapshot.find(new ObjectId(Catalog.PG_PROC, trigger.routine())).orElse(null) instanceof Routine routine
                && routine.name().equals(ROUTINE);
    }

    private static Finding finding(Trigger trigger, Placement table) {
        return Finding.of(
                FindingCode.WEBHOOK_SENDS_SCHEMA,
                Severity.WARNING,
                trigger.describe() + " on " + table.object().describe(),
                "this webhook goes on working, and what it sends will have \"schema\": \""
                        + table.target().value() + "\" in place of \""
                        + table.current().schema().value() + "\"",
                "look whether its receiver reads that, and let it take both before the move");
    }
}
