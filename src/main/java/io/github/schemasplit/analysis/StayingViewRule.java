package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Views of the source schema that read something that moves and stay: what they read is not in one target schema. */
final class StayingViewRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Identifier source = assignment.mapping().source().value();
        Set<ObjectId> moving =
                assignment.moves().map(Placement::object).map(CatalogObject::id).collect(Collectors.toSet());
        Map<ObjectId, Set<ObjectId>> read = snapshot.dependencies().stream()
                .filter(d -> moving.contains(d.referenced()))
                .collect(Collectors.groupingBy(
                        Dependency::dependent, Collectors.mapping(Dependency::referenced, Collectors.toSet())));
        return snapshot.relations().stream()
                .filter(r -> r.kind().isView() && r.name().schema().equals(source))
                .filter(v -> assignment.placement(v.id()).isEmpty() && read.containsKey(v.id()))
                .map(v -> finding(snapshot, v, read.getOrDefault(v.id(), Set.of())))
                .toList();
    }

    private static Finding finding(Snapshot snapshot, Relation view, Set<ObjectId> read) {
        List<String> names = read.stream()
                .flatMap(id -> snapshot.find(id).stream())
                .map(CatalogObject::describe)
                .sorted()
                .toList();
        return Finding.of(
                FindingCode.VIEW_STAYS,
                Severity.INFO,
                view.describe(),
                "it reads " + Words.count(names.size(), "moving object") + " (" + Words.some(names)
                        + ") but not everything that it reads will be in one target schema, so it stays and keeps working",
                "nothing; to move it all the same, name it under 'views' of a schema");
    }
}
