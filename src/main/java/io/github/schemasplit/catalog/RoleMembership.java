package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is a member of whom, through any number of roles, and what a role may therefore do.
 *
 * <p>A superuser is a member of every role. From PostgreSQL 14 on the database's owner is a member of {@code
 * pg_database_owner}, which owns the schema {@code public} from 15 on.
 *
 * @see <a href="https://www.postgresql.org/docs/current/role-membership.html">Role Membership</a>
 */
public final class RoleMembership {
    private static final Identifier DATABASE_OWNER = Identifier.of("pg_database_owner");
    private static final Set<Identifier> READ_OR_WRITE_EVERYTHING =
            Set.of(Identifier.of("pg_read_all_data"), Identifier.of("pg_write_all_data"));

    private static final int INHERITING_MAJOR = 16;

    private final Snapshot snapshot;
    private final Map<Identifier, Set<Identifier>> memberships = new HashMap<>();
    private final Map<Identifier, Set<Identifier>> inherited = new HashMap<>();

    RoleMembership(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Role role : snapshot.all(Role.class)) {
            memberships.put(role.name(), reachable(role.name(), false));
            inherited.put(role.name(), reachable(role.name(), true));
        }
    }

    /** The roles of the snapshot, in its order. */
    public Set<Identifier> roles() {
        Set<Identifier> names = new LinkedHashSet<>();
        for (Role role : snapshot.all(Role.class)) {
            names.add(role.name());
        }
        return names;
    }

    public boolean isSuperuser(Identifier role) {
        Optional<Role> found = snapshot.role(role);
        return found.isPresent() && found.get().superuser();
    }

    /** Whether {@code role} is {@code other}, a member of it, or a superuser: what {@code pg_has_role(…, 'MEMBER')} says. */
    public boolean isMemberOf(Identifier role, Identifier other) {
        return isSuperuser(role) || reached(memberships, role, other);
    }

    /**
     * Whether {@code role} has the rights of {@code other} without SET ROLE: what {@code pg_has_role(…, 'USAGE')} says, and
     * what the server asks before it lets a role alter an object of {@code other}.
     */
    public boolean inherits(Identifier role, Identifier other) {
        return isSuperuser(role) || reached(inherited, role, other);
    }

    /**
     * Whether {@code role} may alter the default privileges of {@code other}. From PostgreSQL 16 on the server asks for the rights of that
     * role; before, membership is enough.
     */
    public boolean mayActFor(Identifier role, Identifier other) {
        return snapshot.server().major() >= INHERITING_MAJOR ? inherits(role, other) : isMemberOf(role, other);
    }

    /** Whether a role has the rights of a grantee; each has those of PUBLIC. */
    public boolean inherits(Identifier role, Grantee grantee) {
        return grantee.role().isEmpty() || inherits(role, grantee.role().get());
    }

    /** Whether a role holds a privilege on a schema, itself or through others. */
    public boolean holds(Identifier role, Privilege privilege, Schema schema) {
        return holds(role, privilege, schema.owner(), schema.acl())
                || (privilege == Privilege.USAGE && readsOrWritesEverything(role));
    }

    private boolean readsOrWritesEverything(Identifier role) {
        for (Identifier reader : READ_OR_WRITE_EVERYTHING) {
            if (inherits(role, reader)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a role holds a privilege on all of a relation, itself or through others. */
    public boolean holds(Identifier role, Privilege privilege, Relation relation) {
        return holds(role, privilege, relation.owner(), relation.acl());
    }

    /** Whether a role holds a privilege on a type, itself or through others; by default each does. */
    public boolean holds(Identifier role, Privilege privilege, Type type) {
        return type.acl().isEmpty() || holds(role, privilege, type.owner(), type.acl());
    }

    /** By default the owner holds everything and PUBLIC nothing, which is so for schemas and relations. */
    private boolean holds(Identifier role, Privilege privilege, Identifier owner, Optional<Acl> acl) {
        if (isSuperuser(role)) {
            return true;
        }
        if (acl.isEmpty()) {
            return inherits(role, owner);
        }
        for (Grantee grantee : acl.get().grantees(privilege).toList()) {
            if (inherits(role, grantee)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reached(Map<Identifier, Set<Identifier>> from, Identifier role, Identifier other) {
        return role.equals(other) || from.getOrDefault(role, Set.of()).contains(other);
    }

    private Set<Identifier> reachable(Identifier start, boolean inheritedOnly) {
        Set<Identifier> seen = new LinkedHashSet<>();
        Deque<Identifier> open = new ArrayDeque<>();
        open.add(start);
        while (!open.isEmpty()) {
            Identifier next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            for (Role.Membership membership : memberOf(next)) {
                if (membership.inherits() || !inheritedOnly) {
                    open.add(membership.role());
                }
            }
            if (next.equals(snapshot.server().databaseOwner())
                    && snapshot.server().major() >= 14) {
                open.add(DATABASE_OWNER);
            }
        }
        return seen;
    }

    private List<Role.Membership> memberOf(Identifier role) {
        Optional<Role> found = snapshot.role(role);
        return found.isPresent() ? found.get().memberOf() : List.of();
    }
}
