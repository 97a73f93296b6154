package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may do something with an object: its owner, each grantee of its ACL and of its columns' ACLs, and PUBLIC for types and
 * routines without an ACL, whose default is to be open to everybody, and for operators and others of the kinds that have none.
 *
 * @param owner the owner
 * @param grantees the grantees, the owner among them if the ACL names it
 * @param maintainable whether it is one of the relations that members of {@code pg_maintain} may maintain (PostgreSQL 17)
 */
public record Holders(Identifier owner, Set<Grantee> grantees, boolean maintainable) {
    /** May maintain every table and materialized view, from PostgreSQL 17 on. */
    public static final Identifier MAINTAINER = Identifier.of("pg_maintain");

    public Holders {
        grantees = Set.copyOf(grantees);
    }

    /** The holders of an object; none for an object that has no privileges, such as an index. */
    public static Optional<Holders> of(CatalogObject object) {
        if (object instanceof Relation relation) {
            return Optional.of(ofRelation(relation));
        }
        if (object instanceof Routine routine) {
            return Optional.of(new Holders(routine.owner(), grantees(routine.acl(), true), false));
        }
        if (object instanceof Type type) {
            return Optional.of(new Holders(type.owner(), grantees(type.acl(), true), false));
        }
        if (object instanceof NamedObject named) {
            return Optional.of(new Holders(named.owner(), Set.of(Grantee.PUBLIC), false));
        }
        return object instanceof StatisticsObject statistics
                ? Optional.of(new Holders(statistics.owner(), Set.of(), false))
                : Optional.empty();
    }

    /** Whether a role is one of them or inherits one. */
    public boolean include(Identifier role, RoleMembership roles) {
        return roles.inherits(role, owner)
                || (maintainable && roles.inherits(role, MAINTAINER))
                || inheritsGrantee(role, roles);
    }

    private boolean inheritsGrantee(Identifier role, RoleMembership roles) {
        for (Grantee grantee : grantees) {
            if (roles.inherits(role, grantee)) {
                return true;
            }
        }
        return false;
    }

    // Of its own, as with Identifier: in a build, a record's are slow.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Holders holders
                        && maintainable == holders.maintainable
                        && owner.equals(holders.owner)
                        && grantees.equals(holders.grantees));
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + grantees.hashCode();
    }

    private static Holders ofRelation(Relation relation) {
        Set<Grantee> grantees = grantees(relation.acl(), relation.kind() == RelationKind.COMPOSITE_TYPE);
        for (Column column : relation.columns()) {
            if (column.acl().isPresent()) {
                grantees.addAll(column.acl().get().grantees().toList());
            }
        }
        return new Holders(
                relation.owner(),
                grantees,
                relation.kind().isTable() || relation.kind() == RelationKind.MATERIALIZED_VIEW);
    }

    private static Set<Grantee> grantees(Optional<Acl> acl, boolean openByDefault) {
        Set<Grantee> grantees = new HashSet<>();
        if (acl.isPresent()) {
            grantees.addAll(acl.get().grantees().toList());
        } else if (openByDefault) {
            grantees.add(Grantee.PUBLIC);
        }
        return grantees;
    }
}
