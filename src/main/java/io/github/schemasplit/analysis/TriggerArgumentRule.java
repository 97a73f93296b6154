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
import io.github.schemasplit.names.SettingValues;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Triggers that give their routine a text which names the source schema or what moves. The routine a trigger calls is known to the
 * server and followed; what it is given is a text, and stays what it was made with.
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
        SettingValues values = new SettingValues(texts);
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
                        findings.add(finding(
                                snapshot,
                                trigger,
                                table,
                                argument,
                                named,
                                values.name(argument).flatMap(name -> after(trigger, values))));
                    }
                }
            }
        }
        return findings;
    }

    /** The statement that gives the routine the new names of those that are names with their schemas; empty where none is certain. */
    private Optional<String> after(Trigger trigger, SettingValues values) {
        String definition = trigger.definition().orElse("");
        String given = list(trigger.arguments());
        List<String> arguments = trigger.arguments().stream()
                .map(argument -> values.name(argument).orElse(argument))
                .toList();
        return definition.endsWith(given) && !arguments.equals(trigger.arguments())
                ? texts.after(definition.substring(0, definition.length() - given.length()) + "()")
                        .map(after -> after.replaceFirst("^CREATE ", "CREATE OR REPLACE ")
                                .replaceFirst("[(][)]$", Matcher.quoteReplacement(list(arguments))))
                : Optional.empty();
    }

    private static String list(List<String> arguments) {
        return arguments.stream()
                .map(argument -> Literal.of(argument).sql())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static List<String> named(String argument, MovingNames moving, SchemaConstants schema) {
        Set<String> names = new HashSet<>(NamesInText.of(argument));
        names.add(argument);
        List<String> bearers = moving.bearers(names);
        return bearers.isEmpty() && schema.isNamedAlone(argument) ? List.of(schema.describe()) : bearers;
    }

    private static Finding finding(
            Snapshot snapshot,
            Trigger trigger,
            Relation table,
            String argument,
            List<String> named,
            Optional<String> after) {
        String routine = snapshot.find(new ObjectId(Catalog.PG_PROC, trigger.routine()))
                .map(r -> r.describe())
                .orElse("its routine");
        return Finding.of(
                FindingCode.TRIGGER_ARGUMENT_NAMES_MOVED_OBJECT,
                Severity.WARNING,
                trigger.describe() + " on " + table.describe(),
                "it gives " + routine + " the text '" + argument + "', which may name " + Words.some(named)
                        + "; a trigger goes on giving what it was made with",
                "look whether the routine takes it for a name; if so, "
                        + after.map(statement -> "run right after the move: " + statement + ";")
                                .orElse("drop the trigger and make it anew with the move, from what this says:"
                                        + " SELECT pg_get_triggerdef(" + trigger.oid() + ");"));
    }
}
