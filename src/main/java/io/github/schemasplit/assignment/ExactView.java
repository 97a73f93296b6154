package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.Optional;
import java.util.Set;

/**
 * The view of a relation that gives everybody what the relation gives, and no more.
 *
 * <p>One that reads with the rights of its reader does, but for who may read some columns alone: such a view asks for SELECT on all
 * that it lists. One that reads with the rights of its owner does where no row security is, which it would pass by, and where the owner
 * may do everything.
 *
 * @param relation the relation
 * @param snapshot the database that it is in
 * @param secured whether row security is enabled for it, or will be
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW, security_invoker</a>
 */
public record ExactView(Relation relation, Snapshot snapshot, boolean secured) {
    private static final int INVOKER_VIEWS = 15;

    /** The privileges that a statement on the view needs on what it reads. */
    private static final Set<Privilege> USED_BY_A_VIEW =
            Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);

    /** That of a relation whose row security stays as it is. */
    public ExactView(Relation relation, Snapshot snapshot) {
        this(relation, snapshot, relation.rowSecurity());
    }

    /** Whether it reads with the rights of its reader; else with those of its owner. */
    public boolean isForInvoker() {
        return snapshot.server().major() >= INVOKER_VIEWS && !hasReadersOfSomeColumns();
    }

    /** Why there is none; empty when there is one. */
    public Optional<OldNameObstacle> obstacle() {
        if (relation.columns().isEmpty()) {
            return Optional.of(OldNameObstacle.NO_COLUMNS);
        }
        if (isForInvoker()) {
            return Optional.empty();
        }
        if (secured) {
            return Optional.of(
                    hasReadersOfSomeColumns()
                            ? OldNameObstacle.READERS_OF_COLUMNS_AND_ROW_SECURITY
                            : OldNameObstacle.ROW_SECURITY);
        }
        if (relation.kind() == RelationKind.FOREIGN_TABLE) {
            return Optional.of(OldNameObstacle.USER_MAPPING);
        }
        if (relation.securityInvoker()) {
            return Optional.of(OldNameObstacle.INVOKER_VIEW);
        }
        return ownerHoldsAll() ? Optional.empty() : Optional.of(OldNameObstacle.OWNER_LACKS_PRIVILEGE);
    }

    /**
     * Whether somebody may read some of its columns and not all. Whoever may read none, and writes some, is served by any view: what
     * reads is refused to it by either name.
     */
    private boolean hasReadersOfSomeColumns() {
        for (Column column : relation.columns()) {
            if (column.acl().isPresent()) {
                for (Grantee grantee :
                        column.acl().get().grantees(Privilege.SELECT).toList()) {
                    if (!mayReadAll(grantee)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean mayReadAll(Grantee grantee) {
        Optional<Identifier> role = grantee.role();
        return role.isPresent()
                ? snapshot.roleMembership().holds(role.get(), Privilege.SELECT, relation)
                : relation.acl()
                        .filter(acl -> acl.grants(Privilege.SELECT, grantee))
                        .isPresent();
    }

    /** Superusers may do everything with the relation; by a view with the owner's rights they could do what the owner may. */
    private boolean ownerHoldsAll() {
        for (Privilege privilege : USED_BY_A_VIEW) {
            if (!snapshot.roleMembership().holds(relation.owner(), privilege, relation)) {
                return false;
            }
        }
        return true;
    }
}
