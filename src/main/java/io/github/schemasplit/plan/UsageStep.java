package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * USAGE on the target schemas, for those who could reach and use what moves there: nobody loses, nobody gains. The owner of a
 * table needs it too, since foreign keys are checked in its name.
 */
final class UsageStep implements PlanStep {
    @Override
    public List<Operation> operations(Assignment assignment) {
        Map<Identifier, Map<Identifier, Holdings>> routes = routes(assignment);
        if (routes.isEmpty()) {
            return List.of();
        }
        RoleMembership roles = assignment.snapshot().roleMembership();
        List<Operation> operations = new ArrayList<>();
        routes.forEach((target, sources) -> {
            UsageGrants grants = new UsageGrants(roles, schema(assignment, target));
            sources.forEach((source, holdings) ->
                    assignment.snapshot().schema(source).ifPresent(s -> grants.addReachOf(s, holdings)));
            grants.reasons()
                    .forEach((grantee, reason) ->
                            operations.add(new GrantOnSchema(Privilege.USAGE, target, grantee, reason)));
        });
        return operations;
    }

    /** For each target schema, and for each schema that something comes from, who holds what of it. */
    private static Map<Identifier, Map<Identifier, Holdings>> routes(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        Map<Identifier, Map<Identifier, Holdings>> routes = new TreeMap<>();
        assignment.moves().forEach(move -> {
            Holdings holdings = holdings(routes, move);
            CatalogObject object = move.object();
            holdings.add(object);
            sequences.ownedBy(object.id()).forEach(holdings::add);
        });
        return routes;
    }

    private static Holdings holdings(Map<Identifier, Map<Identifier, Holdings>> routes, Placement move) {
        return routes.computeIfAbsent(move.target(), t -> new TreeMap<>())
                .computeIfAbsent(move.current().schema(), s -> new Holdings());
    }

    /** The schema as it is, or as {@link SchemaStep} makes it. */
    private static Schema schema(Assignment assignment, Identifier name) {
        return assignment.snapshot().schema(name).orElseGet(() -> {
            Identifier owner = assignment
                    .mapping()
                    .target(name)
                    .flatMap(t -> t.owner())
                    .map(o -> o.value())
                    .orElse(assignment.snapshot().server().currentRole());
            return new Schema(0, name, owner, Optional.empty());
        });
    }
}
