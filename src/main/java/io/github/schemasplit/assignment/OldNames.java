package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Acl;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Compatibility;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which relations that move keep their old name as a view, and with whose rights that view reads.
 *
 * <p>A view is made only where it gives everybody what the relation gives, and no more. One that reads with the rights of its reader
 * does, but for who may read some columns alone: such a view asks for SELECT on all that it lists. One that reads with the rights
 * of its owner does where no row security is, which it would pass by, and where the owner holds whatever others hold.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW, security_invoker</a>
 */
public final class OldNames {
    private static final int INVOKER_VIEWS = 15;

    private final Snapshot snapshot;
    private final Mapping mapping;
    private final List<OldName> kept = new ArrayList<>();
    private final List<Lost> lost = new ArrayList<>();

    private OldNames(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        this.mapping = assignment.mapping();
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation relation && isWanted(move, relation)) {
                add(move, relation);
            }
        }
    }

    /**
     * A move that leaves a view under the old name.
     *
     * @param move the move
     * @param relation what moves
     * @param invoker whether the view reads with the rights of its reader; else with those of its owner
     */
    public record OldName(Placement move, Relation relation, boolean invoker) {}

    /**
     * A move that should leave a view and can not.
     *
     * @param move the move
     * @param obstacle why not
     */
    public record Lost(Placement move, OldNameObstacle obstacle) {}

    /** Those of an assignment. */
    public static OldNames of(Assignment assignment) {
        return new OldNames(assignment);
    }

    /** What keeps its old name, in the order of names. */
    public List<OldName> kept() {
        return List.copyOf(kept);
    }

    /** What should keep it and can not, in the order of names. */
    public List<Lost> lost() {
        return List.copyOf(lost);
    }

    /** Partitions and inheritance children are rarely asked for by name: an entry must name them. */
    private boolean isWanted(Placement move, Relation relation) {
        boolean named = mapping.target(move.target())
                .filter(target -> target.compatibility().names(relation.name().name()))
                .isPresent();
        return (relation.kind().isTable() || relation.kind().isView())
                && mapping.compatibility(move.target(), relation.name().name()) == Compatibility.VIEWS
                && (named || !(move.cause() instanceof Cause.ChildOf));
    }

    private void add(Placement move, Relation relation) {
        Optional<OldNameObstacle> obstacle = obstacle(relation);
        if (obstacle.isPresent()) {
            lost.add(new Lost(move, obstacle.get()));
        } else {
            kept.add(new OldName(move, relation, isForInvoker(relation)));
        }
    }

    private boolean isForInvoker(Relation relation) {
        return snapshot.server().major() >= INVOKER_VIEWS && !hasReadersOfSomeColumns(relation);
    }

    private Optional<OldNameObstacle> obstacle(Relation relation) {
        if (relation.columns().isEmpty()) {
            return Optional.of(OldNameObstacle.NO_COLUMNS);
        }
        if (isForInvoker(relation)) {
            return Optional.empty();
        }
        if (relation.rowSecurity()) {
            return Optional.of(
                    hasReadersOfSomeColumns(relation)
                            ? OldNameObstacle.READERS_OF_COLUMNS_AND_ROW_SECURITY
                            : OldNameObstacle.ROW_SECURITY);
        }
        if (relation.kind() == RelationKind.FOREIGN_TABLE) {
            return Optional.of(OldNameObstacle.USER_MAPPING);
        }
        if (relation.securityInvoker()) {
            return Optional.of(OldNameObstacle.INVOKER_VIEW);
        }
        return ownerHoldsAll(relation) ? Optional.empty() : Optional.of(OldNameObstacle.OWNER_LACKS_PRIVILEGE);
    }

    /**
     * Whether somebody may read some of its columns and not all. Whoever may read none, and writes some, is served by any view: what
     * reads is refused to it by either name.
     */
    private boolean hasReadersOfSomeColumns(Relation relation) {
        for (Column column : relation.columns()) {
            if (column.acl().isPresent()) {
                for (Grantee grantee :
                        column.acl().get().grantees(Privilege.SELECT).toList()) {
                    if (!mayReadAll(grantee, relation)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean mayReadAll(Grantee grantee, Relation relation) {
        Optional<Identifier> role = grantee.role();
        return role.isPresent()
                ? snapshot.roleMembership().holds(role.get(), Privilege.SELECT, relation)
                : relation.acl()
                        .filter(acl -> acl.grants(Privilege.SELECT, grantee))
                        .isPresent();
    }

    /** Whether whoever reads or writes by a view with the owner's rights can do all that its grants say. */
    private boolean ownerHoldsAll(Relation relation) {
        if (relation.acl().isEmpty() || snapshot.roleMembership().isSuperuser(relation.owner())) {
            return true;
        }
        List<Acl> acls = new ArrayList<>(List.of(relation.acl().get()));
        for (Column column : relation.columns()) {
            column.acl().ifPresent(acls::add);
        }
        for (Acl acl : acls) {
            for (AclItem item : acl.items()) {
                for (Privilege privilege : item.privileges()) {
                    if (USED_BY_A_VIEW.contains(privilege)
                            && !snapshot.roleMembership().holds(relation.owner(), privilege, relation)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The privileges that a statement on the view needs on what it reads. */
    private static final Set<Privilege> USED_BY_A_VIEW =
            Set.of(Privilege.SELECT, Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE);
}
