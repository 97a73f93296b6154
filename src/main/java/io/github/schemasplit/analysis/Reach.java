package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.TargetAccess;
import io.github.schemasplit.assignment.UsageLimit;
import io.github.schemasplit.catalog.AclItem;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which roles reach what, before the move and after it. The plan grants USAGE on a target schema to the roles that can reach and use
 * now what moves there, and to no others.
 */
final class Reach {
    private final Assignment assignment;
    private final RoleMembership roles;
    private final SequenceOwners sequences;
    private @Nullable List<HeldObjects> moving;
    private @Nullable Map<Identifier, List<AclItem>> promised;
    private final Map<Place, Boolean> usage = new HashMap<>();
    private final Map<Place, Boolean> create = new HashMap<>();
    private final Map<Place, Boolean> usageAfter = new HashMap<>();
    private final Map<Identifier, UsageLimit> limits = new HashMap<>();

    private record Place(Identifier role, Identifier schema) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Place place && role.equals(place.role) && schema.equals(place.schema));
        }

        @Override
        public int hashCode() {
            return 31 * role.hashCode() + schema.hashCode();
        }
    }

    Reach(Assignment assignment) {
        this.assignment = assignment;
        this.roles = assignment.snapshot().roleMembership();
        this.sequences = assignment.snapshot().sequenceOwners();
    }

    /** What is to move. */
    List<HeldObjects> moving() {
        if (moving == null) {
            moving = HeldObjects.of(assignment.moves(), sequences);
        }
        return moving;
    }

    RoleMembership roles() {
        return roles;
    }

    SequenceOwners sequences() {
        return sequences;
    }

    /** The roles that a schema's ACL can keep out. */
    List<Identifier> boundRoles() {
        List<Identifier> bound = new ArrayList<>();
        for (Identifier role : roles.roles()) {
            if (!roles.isSuperuser(role) && !role.equals(Holders.MAINTAINER)) {
                bound.add(role);
            }
        }
        return List.copyOf(bound);
    }

    /** Whether a role has USAGE on a schema that exists. */
    boolean hasUsage(Identifier role, Identifier schema) {
        Place place = new Place(role, schema);
        Boolean known = usage.get(place);
        if (known == null) {
            Optional<Schema> there = assignment.snapshot().schema(schema);
            known = there.isPresent() && roles.holds(role, Privilege.USAGE, there.get());
            usage.put(place, known);
        }
        return known;
    }

    /** Whether a role will have USAGE on a target schema once the plan is carried out. */
    boolean hasUsageAfter(Identifier role, Identifier target) {
        Place place = new Place(role, target);
        Boolean known = usageAfter.get(place);
        if (known == null) {
            known = roles.holds(role, Privilege.USAGE, schemaAfter(target)) || isGivenUsage(role, target);
            usageAfter.put(place, known);
        }
        return known;
    }

    /** The same once what the mapping says of access is carried out as well; what that takes is not looked at. */
    boolean hasUsageInTheEnd(Identifier role, Identifier target) {
        return hasUsageAfter(role, target) || isPromisedUsage(role, target);
    }

    private boolean isPromisedUsage(Identifier role, Identifier target) {
        for (AclItem item : promised().getOrDefault(target, List.of())) {
            if (item.privileges().contains(Privilege.USAGE) && roles.inherits(role, item.grantee())) {
                return true;
            }
        }
        return false;
    }

    /** What the mapping's access gives on each target schema. */
    private Map<Identifier, List<AclItem>> promised() {
        if (promised == null) {
            promised = new HashMap<>();
            for (TargetAccess access : TargetAccess.of(assignment)) {
                promised.put(access.schema(), access.ofSchema(List.of(), access.ownerOfSchema()));
            }
        }
        return promised;
    }

    private UsageLimit limit(Identifier target) {
        UsageLimit limit = limits.get(target);
        if (limit == null) {
            limit = UsageLimit.of(assignment, target);
            limits.put(target, limit);
        }
        return limit;
    }

    private boolean isGivenUsage(Identifier role, Identifier target) {
        if (!limit(target).allows(role)) {
            return false;
        }
        for (HeldObjects group : moving()) {
            if (group.way().to().equals(target)
                    && hasUsage(role, group.way().from())
                    && group.holders().include(role, roles)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the plan grants USAGE on a target schema to PUBLIC. */
    boolean opensToEverybody(Identifier target) {
        if (isOpen(schemaAfter(target)) || !limit(target).allowsEverybody()) {
            return false;
        }
        for (HeldObjects group : moving()) {
            if (group.way().to().equals(target) && group.holders().grantees().contains(Grantee.PUBLIC)) {
                Optional<Schema> from = assignment.snapshot().schema(group.way().from());
                if (from.isPresent() && isOpen(from.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOpen(Schema schema) {
        return schema.acl().isPresent() && schema.acl().get().grants(Privilege.USAGE, Grantee.PUBLIC);
    }

    /** Whether a role has CREATE on a schema as it is or as it will be made; the plan grants CREATE to nobody. */
    boolean mayCreate(Identifier role, Identifier schema) {
        Place place = new Place(role, schema);
        Boolean known = create.get(place);
        if (known == null) {
            known = roles.holds(role, Privilege.CREATE, schemaAfter(schema));
            create.put(place, known);
        }
        return known;
    }

    /** A target schema as it is, or as it will be made. */
    Schema schemaAfter(Identifier name) {
        Snapshot snapshot = assignment.snapshot();
        Optional<Schema> existing = snapshot.schema(name);
        if (existing.isPresent()) {
            return existing.get();
        }
        Optional<TargetSchema> target = assignment.mapping().target(name);
        Identifier owner = target.isPresent() && target.get().owner().isPresent()
                ? target.get().owner().get().value()
                : snapshot.server().currentRole();
        return new Schema(0, name, owner, Optional.empty());
    }
}
