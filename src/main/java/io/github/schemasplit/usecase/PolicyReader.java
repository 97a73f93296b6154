package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.PolicyReading;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.PolicyAnswers;
import io.github.schemasplit.jdbc.PolicyExpressions;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.names.PolicyNames;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sqltext.WholeRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assigns, and has the server read the expressions of the policies that the mapping wants, if it wants any. */
final class PolicyReader {
    /**
     * A policy whose expressions the server is asked about.
     *
     * @param places those of its expressions among the ones for its table, by the keys of its entry
     */
    private record Asked(WantedPolicy wanted, Map<String, Integer> places) {}

    private final PolicyNames names;
    private final Map<Relation, List<String>> expressions = new LinkedHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Map<WantedPolicy.Key, PolicyReading> readings = new HashMap<>();

    private PolicyReader(Assignment assignment) {
        this.names = new PolicyNames(assignment);
    }

    /**
     * The assignment of a snapshot's objects, with what the server says of the policies of the mapping.
     *
     * @param connection in auto-commit mode, in which it is left
     */
    static Assignment assign(Connection connection, StatementTimeout timeout, Snapshot snapshot, Mapping mapping)
            throws SQLException {
        Assignment assignment = Assigner.assign(snapshot, mapping);
        List<WantedPolicy> wanted = WantedPolicies.of(assignment).policies();
        return wanted.isEmpty()
                ? assignment
                : assignment.with(new PolicyReader(assignment).read(connection, timeout, wanted));
    }

    private Map<WantedPolicy.Key, PolicyReading> read(
            Connection connection, StatementTimeout timeout, List<WantedPolicy> wanted) throws SQLException {
        for (WantedPolicy one : wanted) {
            ask(one);
        }
        PolicyAnswers answers = PolicyExpressions.read(connection, timeout, questions());
        for (Asked one : asked) {
            readings.put(one.wanted().key(), reading(one, answers));
        }
        return readings;
    }

    private void ask(WantedPolicy wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, String> written : written(wanted.entry().value()).entrySet()) {
            PolicyNames.Written now = names.now(written.getValue(), wanted.table());
            if (now instanceof PolicyNames.Written.Wrong wrong) {
                readings.put(wanted.key(), new PolicyReading.Refused(written.getKey(), wrong.message()));
                return;
            }
            if (now instanceof PolicyNames.Written.NotNow notNow) {
                readings.put(wanted.key(), new PolicyReading.Unread(notNow.why()));
                return;
            }
            texts.put(written.getKey(), ((PolicyNames.Written.Now) now).text());
        }
        List<String> ofTable = expressions.get(wanted.table());
        if (ofTable == null) {
            ofTable = new ArrayList<>();
            expressions.put(wanted.table(), ofTable);
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            places.put(text.getKey(), ofTable.size());
            ofTable.add(text.getValue());
        }
        asked.add(new Asked(wanted, places));
    }

    /** The expressions of an entry, by their keys. */
    private static Map<String, String> written(PolicyEntry entry) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (entry.using().isPresent()) {
            texts.put("using", entry.using().get());
        }
        if (entry.check().isPresent()) {
            texts.put("check", entry.check().get());
        }
        return texts;
    }

    private List<PolicyExpressions.Question> questions() {
        Map<Relation, List<Long>> policies = new HashMap<>();
        for (Asked one : asked) {
            Optional<Policy> existing = one.wanted().existing();
            if (existing.isPresent()) {
                List<Long> ofTable = policies.get(one.wanted().table());
                if (ofTable == null) {
                    ofTable = new ArrayList<>();
                    policies.put(one.wanted().table(), ofTable);
                }
                ofTable.add(existing.get().oid());
            }
        }
        List<PolicyExpressions.Question> questions = new ArrayList<>();
        for (Map.Entry<Relation, List<String>> of : expressions.entrySet()) {
            Relation table = of.getKey();
            questions.add(new PolicyExpressions.Question(
                    table.oid(), table.name().name(), of.getValue(), policies.getOrDefault(table, List.of())));
        }
        return questions;
    }

    private PolicyReading reading(Asked one, PolicyAnswers answers) {
        long table = one.wanted().table().oid();
        Map<String, String> printed = new HashMap<>();
        for (Map.Entry<String, Integer> place : one.places().entrySet()) {
            PolicyAnswers.Answer answer = answers.answer(table, place.getValue());
            switch (answer.kind()) {
                case PRINTED -> printed.put(place.getKey(), answer.text());
                case REFUSED -> {
                    return refused(one.wanted(), place.getKey(), answer.text());
                }
                case UNREAD -> {
                    return new PolicyReading.Unread(answer.text());
                }
            }
        }
        Optional<Policy> existing = one.wanted().existing();
        Optional<PolicyAnswers.Stored> stored =
                existing.isPresent() ? answers.stored(existing.get().oid()) : Optional.empty();
        if (existing.isPresent() && stored.isEmpty()) {
            return new PolicyReading.Unread(answers.answer(table, 0).text());
        }
        Optional<String> using = stored.isPresent() ? stored.get().using() : Optional.empty();
        Optional<String> check = stored.isPresent() ? stored.get().check() : Optional.empty();
        for (Optional<String> expression : List.of(using, check)) {
            Optional<String> unclear = expression.isPresent() ? names.unclearAfter(expression.get()) : Optional.empty();
            if (unclear.isPresent()) {
                return new PolicyReading.Unread(unclear.get());
            }
        }
        return new PolicyReading.Understood(
                after(using),
                after(check),
                using.equals(Optional.ofNullable(printed.get("using"))),
                check.equals(Optional.ofNullable(printed.get("check"))),
                stored.isEmpty() || stored.get().exact());
    }

    private Optional<String> after(Optional<String> printed) {
        return printed.isPresent() ? Optional.of(names.after(printed.get())) : Optional.empty();
    }

    /** The server was asked for a table that has another type of row. */
    private static PolicyReading refused(WantedPolicy wanted, String key, String message) {
        Identifier table = wanted.table().name().name();
        boolean ofColumn = wanted.table().columns().stream()
                .anyMatch(column -> column.name().equals(table));
        return !ofColumn && WholeRow.isIn(written(wanted.entry().value()).getOrDefault(key, ""), table)
                ? new PolicyReading.Unread(
                        "'" + key + "' takes the table's row as a whole, of which the server can only be asked"
                                + " when it makes the policy (" + message + ")")
                : new PolicyReading.Refused(key, message);
    }
}
