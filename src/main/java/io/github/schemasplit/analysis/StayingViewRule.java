package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.UnmappedViews;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Views of the source schema that read something that moves and stay: what they read is not in one target schema. */
final class StayingViewRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Identifier source = assignment.mapping().source().value();
        Map<ObjectId, Set<ObjectId>> read = new HashMap<>();
        for (Relation relation : snapshot.relations()) {
            if (relation.kind().isView()
                    && relation.name().schema().equals(source)
                    && assignment.placement(relation.id()).isEmpty()) {
                read.put(relation.id(), new HashSet<>());
            }
        }
        for (Dependency dependency : snapshot.dependencies()) {
            Set<ObjectId> ofView = read.get(dependency.dependent());
            if (ofView != null && assignment.moves(dependency.referenced())) {
                ofView.add(dependency.referenced());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Relation view : snapshot.relations()) {
            Set<ObjectId> ofView = read.getOrDefault(view.id(), Set.of());
            if (!ofView.isEmpty()) {
                findings.add(finding(assignment, view, ofView));
            }
        }
        return findings;
    }

    private static Finding finding(Assignment assignment, Relation view, Set<ObjectId> read) {
        boolean follows = assignment.mapping().unmappedViews().value() instanceof UnmappedViews.Follow;
        List<String> names = new ArrayList<>();
        for (ObjectId id : read) {
            Optional<CatalogObject> object = assignment.snapshot().find(id);
            if (object.isPresent()) {
                names.add(object.get().describe());
            }
        }
        Collections.sort(names);
        return Finding.of(
                FindingCode.VIEW_STAYS,
                Severity.INFO,
                view.describe(),
                "it reads " + Words.count(names.size(), "moving object") + " (" + Words.some(names) + ")"
                        + (follows
                                ? " but not everything that it reads will be in one target schema, so it stays and keeps working"
                                : ", stays as the mapping says of views that it does not name, and keeps working"),
                "nothing; to move it all the same, name it under 'views' of a schema");
    }
}
