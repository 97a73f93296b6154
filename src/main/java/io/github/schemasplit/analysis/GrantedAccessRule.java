package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.AclChange;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.TargetAccess;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Server;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.Nearest;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether what the mapping says of access can be carried out: by this role, for roles that there are, and without shutting it out. */
final class GrantedAccessRule implements AnalysisRule {
    private static final int NAMED = 5;

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (TargetAccess access : TargetAccess.of(assignment)) {
            findings.addAll(unknownRoles(assignment, access));
            lockOut(assignment.snapshot(), access).ifPresent(findings::add);
            leftToOthers(assignment, access).ifPresent(findings::add);
        }
        return findings;
    }

    private static List<Finding> unknownRoles(Assignment assignment, TargetAccess access) {
        Snapshot snapshot = assignment.snapshot();
        List<String> known = snapshot.roleMembership().roles().stream()
                .map(Identifier::value)
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (Identifier role : access.said().value().roles()) {
            if (snapshot.role(role).isEmpty() && !assignment.mapping().creates(role)) {
                List<String> nearest = Nearest.to(role.value(), known, 3);
                findings.add(Finding.of(
                                FindingCode.ACCESS_ROLE_NOT_FOUND,
                                Severity.ERROR,
                                "schema " + access.schema(),
                                "its access names role " + role + ", but there is no such role",
                                nearest.isEmpty()
                                        ? "create the role, or name it under createRoles, or correct the mapping"
                                        : "did you mean " + String.join(", ", nearest)
                                                + "? Correct the mapping, or create the role, or name it under createRoles")
                        .at(access.said().origin()));
            }
        }
        return findings;
    }

    /** Whoever migrates has to reach the schema afterwards, to verify and to roll back. */
    private static Optional<Finding> lockOut(Snapshot snapshot, TargetAccess access) {
        RoleMembership roles = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        Access said = access.said().value();
        boolean reaches = !said.takesTheRest()
                || roles.inherits(current, access.ownerOfSchema())
                || access.owners().stream().anyMatch(owner -> roles.inherits(current, owner))
                || said.usage().stream()
                        .anyMatch(role -> role.equals(Access.EVERYBODY) || roles.inherits(current, role));
        return reaches
                ? Optional.empty()
                : Optional.of(Finding.of(
                                FindingCode.ACCESS_LOCKS_OUT,
                                Severity.ERROR,
                                "schema " + access.schema(),
                                "what the mapping does not name is taken away, and role " + current
                                        + ", which migrates, would not reach the schema any more",
                                "add " + current + " to the schema's usage")
                        .at(access.said().origin()));
    }

    private static Optional<Finding> leftToOthers(Assignment assignment, TargetAccess access) {
        Snapshot snapshot = assignment.snapshot();
        Server server = snapshot.server();
        RoleMembership roles = snapshot.roleMembership();
        Set<Identifier> who = new TreeSet<>();
        List<String> what = new ArrayList<>();
        for (AclChange change : access.changes()) {
            if (!change.mayBeMadeBy(server.currentRole(), roles)) {
                who.add(change.owner());
                what.add(change.holder().describe());
            }
        }
        for (Identifier role : access.rolesWithDefaults()) {
            boolean willBeThere =
                    snapshot.role(role).isPresent() || assignment.mapping().creates(role);
            if (willBeThere && !roles.mayActFor(server.currentRole(), role)) {
                who.add(role);
                what.add("what role " + role + " will make");
            }
        }
        return what.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                                FindingCode.ACCESS_LEFT_TO_OTHERS,
                                Severity.WARNING,
                                "schema " + access.schema(),
                                "role " + server.currentRole() + " may not grant or revoke what the mapping says on "
                                        + String.join(", ", what.subList(0, Math.min(NAMED, what.size())))
                                        + (what.size() > NAMED ? " and " + (what.size() - NAMED) + " more" : ""),
                                "run schema:migrate as a member of " + who
                                        + ", or have these roles grant and revoke it; schema:verify tells what is left")
                        .at(access.said().origin()));
    }
}
