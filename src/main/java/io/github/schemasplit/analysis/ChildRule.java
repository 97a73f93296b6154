package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Cause;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Partitions and inheritance children: those that go with their root, and those that somebody keeps in another schema. In plain loops. */
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
        for (Placement placement : assignment.moves()) {
            if (placement.cause() instanceof Cause.ChildOf cause) {
                Optional<CatalogObject> root = snapshot.find(cause.root());
                if (root.isPresent()) {
                    add(byRoot, root.get().describe(), placement.current());
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<QualifiedName>> children : byRoot.entrySet()) {
            findings.add(Finding.of(
                    FindingCode.CHILDREN_FOLLOW,
                    Severity.INFO,
                    children.getKey(),
                    Words.count(children.getValue().size(), "table") + " below it (" + Words.some(children.getValue())
                            + ") will go with it, since the server would leave partitions and inheritance children behind",
                    "nothing; give code that creates partitions the new schema"));
        }
        return findings;
    }

    private static List<Finding> staying(Assignment assignment) {
        Map<Relation, List<QualifiedName>> byParent = new LinkedHashMap<>();
        for (Relation child : assignment.snapshot().relations()) {
            if (assignment.placement(child.id()).isEmpty()) {
                for (long oid : child.parents()) {
                    Optional<Relation> parent = assignment.snapshot().relation(oid);
                    if (parent.isPresent()
                            && assignment.placement(parent.get().id()).isPresent()) {
                        add(byParent, parent.get(), child.name());
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Relation, List<QualifiedName>> children : byParent.entrySet()) {
            findings.add(Finding.of(
                    FindingCode.CHILDREN_STAY,
                    Severity.INFO,
                    children.getKey().describe(),
                    Words.count(children.getValue().size(), "table") + " below it (" + Words.some(children.getValue())
                            + ") will stay in another schema than it",
                    "nothing, if they are meant to be there"));
        }
        return findings;
    }

    private static <T> void add(Map<T, List<QualifiedName>> children, T above, QualifiedName child) {
        List<QualifiedName> below = children.get(above);
        if (below == null) {
            below = new ArrayList<>();
            children.put(above, below);
        }
        below.add(child);
    }
}
