package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.PolicyReading;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.jdbc.PolicyAnswers;
import io.github.schemasplit.jdbc.PolicyExpressions;
import io.github.schemasplit.jdbc.StatementTimeout;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.names.PolicyNames;
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
    /** What the answers for a table are of. */
    private static final class Asked {
        private final List<String> expressions = new ArrayList<>();

        /** The place of an expression. */
        int place(String expression) {
            expressions.add(expression);
            return expressions.size() - 1;
        }
    }

    /**
     * A policy whose expressions the server is asked about.
     *
     * @param places those of its expressions, by the keys of its entry
     */
    private record Question(WantedPolicy wanted, Map<String, Integer> places) {}

    private final PolicyNames names;
    private final Map<Long, Asked> asked = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
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
        List<Long> existing = new ArrayList<>();
        for (WantedPolicy policy : wanted) {
            policy.existing().map(Policy::oid).ifPresent(existing::add);
            ask(policy);
        }
        Map<Long, PolicyExpressions.Question> tables = new LinkedHashMap<>();
        for (Question question : questions) {
            long table = question.wanted().table().oid();
            Asked ofTable = asked.get(table);
            if (ofTable != null) {
                tables.put(
                        table,
                        new PolicyExpressions.Question(
                                table, question.wanted().table().name().name(), ofTable.expressions));
            }
        }
        PolicyAnswers answers = PolicyExpressions.read(connection, timeout, List.copyOf(tables.values()), existing);
        for (Question question : questions) {
            readings.put(
                    question.wanted().key(),
                    reading(
                            question,
                            Optional.ofNullable(
                                    tables.get(question.wanted().table().oid())),
                            answers));
        }
        return readings;
    }

    private void ask(WantedPolicy wanted) {
        PolicyEntry entry = wanted.entry().value();
        Map<String, String> texts = new LinkedHashMap<>();
        entry.using().ifPresent(text -> texts.put("using", text.strip()));
        entry.check().ifPresent(text -> texts.put("check", text.strip()));
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            PolicyNames.Written written = names.now(text.getValue(), wanted.table());
            if (written instanceof PolicyNames.Written.Wrong wrong) {
                readings.put(wanted.key(), new PolicyReading.Refused(text.getKey(), wrong.message()));
                return;
            }
            if (written instanceof PolicyNames.Written.NotNow notNow) {
                readings.put(wanted.key(), new PolicyReading.Unread(notNow.why()));
                return;
            }
            if (written instanceof PolicyNames.Written.Now now) {
                places.put(
                        text.getKey(),
                        asked.computeIfAbsent(wanted.table().oid(), t -> new Asked())
                                .place(now.text()));
            }
        }
        questions.add(new Question(wanted, places));
    }

    private PolicyReading reading(
            Question question, Optional<PolicyExpressions.Question> table, PolicyAnswers answers) {
        Map<String, String> printed = new HashMap<>();
        for (Map.Entry<String, Integer> place : question.places().entrySet()) {
            PolicyAnswers.Answer answer = answers.answer(table.orElseThrow(), place.getValue());
            switch (answer.kind()) {
                case PRINTED -> printed.put(place.getKey(), answer.text());
                case REFUSED -> {
                    return new PolicyReading.Refused(place.getKey(), answer.text());
                }
                case UNREAD -> {
                    return new PolicyReading.Unread(answer.text());
                }
            }
        }
        Optional<Policy> existing = question.wanted().existing();
        Optional<PolicyAnswers.Stored> stored = existing.flatMap(p -> answers.stored(p.oid()));
        if (existing.isPresent() && stored.isEmpty()) {
            return new PolicyReading.Unread(answers.obstacle().orElse("the policy is gone"));
        }
        Optional<String> using = stored.flatMap(PolicyAnswers.Stored::using);
        Optional<String> check = stored.flatMap(PolicyAnswers.Stored::check);
        return new PolicyReading.Understood(
                using.map(names::after),
                check.map(names::after),
                using.equals(Optional.ofNullable(printed.get("using"))),
                check.equals(Optional.ofNullable(printed.get("check"))));
    }
}
