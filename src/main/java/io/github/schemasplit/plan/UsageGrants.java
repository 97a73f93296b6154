package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.UsageLimit;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who needs USAGE on one target schema.
 *
 * <p>A role needs it when it has USAGE on the schema that an object comes from and a privilege on that object, each directly, as
 * PUBLIC or by inheritance. Whoever inherits such a role is in the same place, so a grant to it gives nothing to anybody who
 * had less. A role that itself stands in an ACL gets its own grant; of the others only those that inherit none of the rest. Where the
 * mapping is all that is granted, those it names take the place of those that stand in ACLs.
 */
final class UsageGrants {
    private final RoleMembership roles;
    private final Schema target;
    private final UsageLimit limit;
    private final Map<Grantee, String> reasons = new TreeMap<>();

    UsageGrants(RoleMembership roles, Schema target, UsageLimit limit) {
        this.roles = roles;
        this.target = target;
        this.limit = limit;
    }

    /** The grantees, in order, each with why. */
    Map<Grantee, String> reasons() {
        return reasons;
    }

    /** Adds those who reach, in {@code source}, an object of {@code holdings}, and do not reach the target yet. */
    void addReachOf(Schema source, Holdings holdings) {
        Map<Grantee, String> holders = holdings.byHolder();
        if (isOpen(target) || reasons.containsKey(Grantee.PUBLIC)) {
            return;
        }
        if (limit.allowsEverybody() && isOpen(source) && holders.containsKey(Grantee.PUBLIC)) {
            reasons.put(Grantee.PUBLIC, "everybody " + holders.get(Grantee.PUBLIC));
            return;
        }
        Map<Identifier, String> users = new TreeMap<>();
        for (Identifier role : roles.roles()) {
            Optional<String> reason = needsGrant(role, source) ? reason(role, holders) : Optional.empty();
            if (reason.isPresent()) {
                users.put(role, reason.get());
            }
        }
        for (Map.Entry<Identifier, String> user : users.entrySet()) {
            Grantee grantee = Grantee.of(user.getKey());
            boolean ofItsOwn = limit.isLimited() ? limit.names(user.getKey()) : holders.containsKey(grantee);
            if (ofItsOwn || !inheritsOther(user.getKey(), users.keySet())) {
                reasons.putIfAbsent(grantee, user.getValue());
            }
        }
    }

    private boolean inheritsOther(Identifier role, Set<Identifier> users) {
        for (Identifier user : users) {
            if (!user.equals(role) && roles.inherits(role, user)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOpen(Schema schema) {
        return schema.acl().isPresent() && schema.acl().get().grants(Privilege.USAGE, Grantee.PUBLIC);
    }

    /** The maintainer only lends its right: its members get the grants. */
    private boolean needsGrant(Identifier role, Schema source) {
        return !role.equals(Holders.MAINTAINER)
                && limit.allows(role)
                && !roles.isSuperuser(role)
                && roles.holds(role, Privilege.USAGE, source)
                && !roles.holds(role, Privilege.USAGE, target);
    }

    /** Why the role may use something of it: by itself, as a member of a role, or as everybody may. */
    private Optional<String> reason(Identifier role, Map<Grantee, String> holders) {
        Grantee self = Grantee.of(role);
        if (holders.containsKey(self)) {
            return Optional.of(role + " " + holders.get(self));
        }
        for (Map.Entry<Grantee, String> holder : holders.entrySet()) {
            Optional<Identifier> other = holder.getKey().role();
            if (other.isEmpty()) {
                return Optional.of("everybody " + holder.getValue());
            }
            if (roles.inherits(role, other.get())) {
                return Optional.of(role + " is a member of " + other.get() + ", which " + holder.getValue());
            }
        }
        return Optional.empty();
    }
}
