package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Whether the connecting role may move what is to move: it must have the rights of each object's owner. */
final class ObjectOwnerRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        RoleMembership membership = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        List<Finding> findings = new ArrayList<>();
        for (Placement move : assignment.moves()) {
            Identifier owner = move.object().owner();
            if (!membership.inherits(current, owner)) {
                findings.add(Finding.of(
                        FindingCode.OWNER_RIGHTS_MISSING,
                        Severity.ERROR,
                        move.object().describe(),
                        "it belongs to role " + owner + ", and only a role with its rights may move it; role " + current
                                + " has them not",
                        Grants.membership(snapshot, membership, owner) + " or connect as role " + owner));
            }
        }
        return List.copyOf(findings);
    }
}
