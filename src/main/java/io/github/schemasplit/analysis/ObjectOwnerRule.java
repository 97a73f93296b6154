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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the connecting role may move what is to move: it must have the rights of each object's owner. */
final class ObjectOwnerRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        RoleMembership membership = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        List<Finding> findings = new ArrayList<>();
        for (Placement move : assignment.moves()) {
            Optional<Identifier> owner = owner(move.object());
            if (owner.isPresent() && !membership.inherits(current, owner.get())) {
                findings.add(Finding.of(
                        FindingCode.OWNER_RIGHTS_MISSING,
                        Severity.ERROR,
                        move.object().describe(),
                        "it belongs to role " + owner.get() + ", and only a role with its rights may move it; role "
                                + current + " has them not",
                        Grants.membership(snapshot, membership, owner.get()) + " or connect as role " + owner.get()));
            }
        }
        return List.copyOf(findings);
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
