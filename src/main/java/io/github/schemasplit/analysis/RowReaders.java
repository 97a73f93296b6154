package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who gets at the rows of relations, and to whom row security applies. */
final class RowReaders {
    private final Snapshot snapshot;
    private final RoleMembership roles;

    RowReaders(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.roles = snapshot.roleMembership();
    }

    /** Whether row security never applies to a role, on no table. */
    boolean bypasses(Identifier role) {
        Optional<Role> found = snapshot.role(role);
        return found.isPresent() && (found.get().superuser() || found.get().bypassesRowSecurity());
    }

    /** Whether the row security of a table does not apply to a role; to its owner it does only where it is forced. */
    boolean bypasses(Identifier role, Relation table) {
        return bypasses(role) || (roles.inherits(role, table.owner()) && !table.rowSecurityForced());
    }

    /** Who holds one of these privileges on a relation or on a column of it. */
    static Set<Grantee> grantees(Relation relation, Set<Privilege> privileges) {
        List<Acl> acls = new ArrayList<>();
        if (relation.acl().isPresent()) {
            acls.add(relation.acl().get());
        }
        for (Column column : relation.columns()) {
            if (column.acl().isPresent()) {
                acls.add(column.acl().get());
            }
        }
        Set<Grantee> grantees = new TreeSet<>();
        for (Acl acl : acls) {
            for (AclItem item : acl.items()) {
                if (!Collections.disjoint(item.privileges(), privileges)) {
                    grantees.add(item.grantee());
                }
            }
        }
        return grantees;
    }

    /** Whether a role is one of some grantees or has the rights of one. */
    boolean isAmong(Identifier role, Set<Grantee> grantees) {
        for (Grantee grantee : grantees) {
            if (grantee.isPublic() || roles.inherits(role, grantee.role().orElseThrow())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a holder has the rights of a role, and row security binds him. */
    boolean isHeldBy(Identifier role, Role holder) {
        return !bypasses(holder.name()) && roles.inherits(holder.name(), role);
    }
}
