package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Cause;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Partitions and inheritance children: those that go with their root, and those that somebody keeps in another schema. */
final class ChildRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>(going(assignment));
        findings.addAll(staying(assignment));
        return findings;
    }

    private static List<Finding> going(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Map<String, List<QualifiedName>> byRoot = new TreeMap<>();
        assignment.moves().forEach(p -> {
            if (p.cause() instanceof Cause.ChildOf cause) {
                snapshot.find(cause.root())
                        .ifPresent(root -> byRoot.computeIfAbsent(root.describe(), r -> new ArrayList<>())
                                .add(p.current()));
            }
        });
        return byRoot.entrySet().stream()
                .map(e -> Finding.of(
                        FindingCode.CHILDREN_FOLLOW,
                        Severity.INFO,
                        e.getKey(),
                        Words.count(e.getValue().size(), "table") + " below it (" + Words.some(e.getValue())
                                + ") will go with it, since the server would leave partitions and inheritance children behind",
                        "nothing; give code that creates partitions the new schema"))
                .toList();
    }

    private static List<Finding> staying(Assignment assignment) {
        Map<Relation, List<QualifiedName>> byParent = assignment.snapshot().relations().stream()
                .filter(child -> assignment.placement(child.id()).isEmpty())
                .flatMap(child -> child.parents().stream()
                        .flatMap(parent -> assignment.snapshot().relation(parent).stream())
                        .filter(parent -> assignment.placement(parent.id()).isPresent())
                        .flatMap(parent -> Stream.of(Map.entry(parent, child.name()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byParent.entrySet().stream()
                .map(e -> Finding.of(
                        FindingCode.CHILDREN_STAY,
                        Severity.INFO,
                        e.getKey().describe(),
                        Words.count(e.getValue().size(), "table") + " below it (" + Words.some(e.getValue())
                                + ") will stay in another schema than it",
                        "nothing, if they are meant to be there"))
                .toList();
    }
}
