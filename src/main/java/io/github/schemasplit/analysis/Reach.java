package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
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
    private final Map<Place, Boolean> usage = new HashMap<>();
    private final Map<Place, Boolean> create = new HashMap<>();
    private final Map<Place, Boolean> usageAfter = new HashMap<>();

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
        return roles.roles().stream()
                .filter(r -> !roles.isSuperuser(r) && !r.equals(Holders.MAINTAINER))
                .toList();
    }

    /** Whether a role has USAGE on a schema that exists. */
    boolean hasUsage(Identifier role, Identifier schema) {
        return usage.computeIfAbsent(
                new Place(role, schema),
                p -> assignment
                        .snapshot()
                        .schema(schema)
                        .filter(s -> roles.holds(role, Privilege.USAGE, s))
                        .isPresent());
    }

    /** Whether a role will have USAGE on a target schema once the plan is carried out. */
    boolean hasUsageAfter(Identifier role, Identifier target) {
        return usageAfter.computeIfAbsent(
                new Place(role, target),
                p -> roles.holds(role, Privilege.USAGE, schemaAfter(target))
                        || moving().stream()
                                .anyMatch(g -> g.way().to().equals(target)
                                        && hasUsage(role, g.way().from())
                                        && g.holders().include(role, roles)));
    }

    /** Whether the plan grants USAGE on a target schema to PUBLIC. */
    boolean opensToEverybody(Identifier target) {
        return !isOpen(schemaAfter(target))
                && moving().stream()
                        .anyMatch(g -> g.way().to().equals(target)
                                && g.holders().grantees().contains(Grantee.PUBLIC)
                                && assignment
                                        .snapshot()
                                        .schema(g.way().from())
                                        .filter(Reach::isOpen)
                                        .isPresent());
    }

    private static boolean isOpen(Schema schema) {
        return schema.acl()
                .filter(a -> a.grants(Privilege.USAGE, Grantee.PUBLIC))
                .isPresent();
    }

    /** Whether a role has CREATE on a schema as it is or as it will be made; the plan grants CREATE to nobody. */
    boolean mayCreate(Identifier role, Identifier schema) {
        return create.computeIfAbsent(
                new Place(role, schema), p -> roles.holds(role, Privilege.CREATE, schemaAfter(schema)));
    }

    /** A target schema as it is, or as it will be made. */
    Schema schemaAfter(Identifier name) {
        Snapshot snapshot = assignment.snapshot();
        return snapshot.schema(name)
                .orElseGet(() -> new Schema(
                        0,
                        name,
                        assignment
                                .mapping()
                                .target(name)
                                .flatMap(t -> t.owner())
                                .map(o -> o.value())
                                .orElse(snapshot.server().currentRole()),
                        Optional.empty()));
    }
}
