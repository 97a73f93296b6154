package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.names.MovingNames;
import io.github.schemasplit.names.NamesInText;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.SchemaConstants;
import io.github.schemasplit.names.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Triggers that give their routine a text which names the source schema or what moves. The routine a trigger calls is known to the
 * server and followed; what it is given is a text, and no command changes it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerArgumentRule implements AnalysisRule {
    private final RoutineTexts texts;

    TriggerArgumentRule(RoutineTexts texts) {
        this.texts = texts;
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        MovingNames moving = texts.moving();
        SchemaConstants schema = new SchemaConstants(assignment);
        Snapshot snapshot = assignment.snapshot();
        List<Finding> findings = new ArrayList<>();
        for (Trigger trigger : snapshot.all(Trigger.class)) {
            Relation table = snapshot.relation(trigger.relation()).orElse(null);
            if (!moving.isEmpty()
                    && table != null
                    && !table.partition()
                    && !snapshot.isExtensionMember(trigger.id())
                    && !WebhookRule.isWebhook(snapshot, trigger)) {
                for (String argument : trigger.arguments()) {
                    List<String> named = named(argument, moving, schema);
                    if (!named.isEmpty()) {
                        findings.add(finding(snapshot, trigger, table, argument, named));
                    }
                }
            }
        }
        return findings;
    }

    private static List<String> named(String argument, MovingNames moving, SchemaConstants schema) {
        Set<String> names = new HashSet<>(NamesInText.of(argument));
        names.add(argument);
        List<String> bearers = moving.bearers(names);
        return bearers.isEmpty() && schema.isNamedAlone(argument) ? List.of(schema.describe()) : bearers;
    }

    private static Finding finding(
            Snapshot snapshot, Trigger trigger, Relation table, String argument, List<String> named) {
        String routine = snapshot.find(new ObjectId(Catalog.PG_PROC, trigger.routine()))
                .map(r -> r.describe())
                .orElse("its routine");
        return Finding.of(
                FindingCode.TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT,
                Severity.WARNING,
                trigger.describe() + " on " + table.describe(),
                "it gives " + routine + " the text '" + argument + "', which may name " + Words.some(named)
                        + "; no command changes what a trigger gives",
                "look whether the routine takes it for a name; if so, drop the trigger and make it anew with the move, from what"
                        + " this says: SELECT pg_get_triggerdef(" + trigger.oid() + ");");
    }
}
