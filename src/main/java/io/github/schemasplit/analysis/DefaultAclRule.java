package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Default privileges of the source schema that can not be carried to the target schemas, because only a role with the rights of
 * the role that they are of may set them; before PostgreSQL 16 any member may.
 */
final class DefaultAclRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        if (assignment.moves().isEmpty()) {
            return List.of();
        }
        Snapshot snapshot = assignment.snapshot();
        Identifier source = assignment.mapping().source().value();
        Set<Identifier> roles = new LinkedHashSet<>();
        for (DefaultAcl acl : snapshot.all(DefaultAcl.class)) {
            if (acl.schema().isPresent() && acl.schema().get().equals(source) && !maySet(snapshot, acl.role())) {
                roles.add(acl.role());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Identifier role : roles) {
            findings.add(finding(snapshot, source, role));
        }
        return findings;
    }

    private static boolean maySet(Snapshot snapshot, Identifier role) {
        RoleMembership membership = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        return snapshot.server().major() >= 16
                ? membership.inherits(current, role)
                : membership.isMemberOf(current, role);
    }

    private static Finding finding(Snapshot snapshot, Identifier source, Identifier role) {
        return Finding.of(
                FindingCode.DEFAULT_ACL_NOT_CARRIED,
                Severity.WARNING,
                "default privileges of role " + role + " in schema " + source,
                "role " + snapshot.server().currentRole() + " may not set default privileges of role " + role
                        + ", so what that role creates in the target schemas later will lack the grants that it gets in schema "
                        + source,
                Grants.membership(snapshot, snapshot.roleMembership(), role) + " or let role " + role
                        + " run ALTER DEFAULT PRIVILEGES for each target schema");
    }
}
