package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the connecting role may move what is to move: it must have the rights of each object's owner. */
final class ObjectOwnerRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        RoleMembership membership = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        Map<Identifier, List<String>> byOwner = assignment
                .moves()
                .map(Placement::object)
                .filter(o ->
                        owner(o).filter(w -> !membership.inherits(current, w)).isPresent())
                .collect(Collectors.groupingBy(
                        o -> owner(o).orElseThrow(),
                        TreeMap::new,
                        Collectors.mapping(CatalogObject::describe, Collectors.toList())));
        return byOwner.entrySet().stream()
                .map(e -> Finding.of(
                        FindingCode.OWNER_RIGHTS_MISSING,
                        Severity.ERROR,
                        "role " + e.getKey(),
                        "it owns " + Words.count(e.getValue().size(), "object") + " to move ("
                                + Words.some(e.getValue()) + "), and only a role with its rights may move them; role "
                                + current + " has them not",
                        Grants.membership(snapshot, membership, e.getKey()) + " or connect as role " + e.getKey()))
                .toList();
    }

    private static Optional<Identifier> owner(CatalogObject object) {
        if (object instanceof Relation relation) {
            return Optional.of(relation.owner());
        }
        if (object instanceof StatisticsObject statistics) {
            return Optional.of(statistics.owner());
        }
        if (object instanceof Routine routine) {
            return Optional.of(routine.owner());
        }
        return object instanceof Type type ? Optional.of(type.owner()) : Optional.empty();
    }
}
