package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.mapping.Access;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * To whom a target schema may be opened as objects move there: to everybody who could reach them before; but where the mapping is all that
 * is granted, only to those of them who keep USAGE by it, so that nobody has the schema open until the rest is taken away.
 */
public final class UsageLimit {
    private final RoleMembership roles;
    private final boolean limited;
    private final Set<Identifier> named;
    private final Set<Identifier> owners;

    private UsageLimit(RoleMembership roles, boolean limited, Set<Identifier> named, Set<Identifier> owners) {
        this.roles = roles;
        this.limited = limited;
        this.named = Set.copyOf(named);
        this.owners = Set.copyOf(owners);
    }

    /** That of a target schema. */
    public static UsageLimit of(Assignment assignment, Identifier target) {
        RoleMembership roles = assignment.snapshot().roleMembership();
        Optional<TargetSchema> of = assignment.mapping().target(target);
        if (of.isEmpty()
                || of.get().access().isEmpty()
                || !of.get().access().get().value().takesTheRest()) {
            return new UsageLimit(roles, false, Set.of(), Set.of());
        }
        Set<Identifier> named = new HashSet<>();
        Set<Identifier> owners = new HashSet<>();
        for (TargetAccess access : TargetAccess.of(assignment)) {
            if (access.schema().equals(target)) {
                named.addAll(access.usage());
                owners.addAll(access.owners());
            }
        }
        return new UsageLimit(roles, true, named, owners);
    }

    /** Whether there is any. */
    public boolean isLimited() {
        return limited;
    }

    /** Whether it may be opened to PUBLIC. */
    public boolean allowsEverybody() {
        return !limited || names(Access.EVERYBODY);
    }

    /** Whether it may be opened to a role, who has USAGE by the mapping then, itself or through a role whose rights it has. */
    public boolean allows(Identifier role) {
        if (allowsEverybody() || owners.contains(role)) {
            return true;
        }
        for (Identifier other : named) {
            if (roles.inherits(role, other)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the mapping gives USAGE to that very role. */
    public boolean names(Identifier role) {
        return named.contains(role);
    }
}
