package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.UsageLimit;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
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
 * USAGE on the target schemas, for those who could reach and use what moves there: nobody loses, nobody gains; but who keeps nothing by a
 * mapping that is all that is granted, gets nothing. The owner of a table needs it too, since foreign keys are checked in its name.
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
        for (Map.Entry<Identifier, Map<Identifier, Holdings>> route : routes.entrySet()) {
            Identifier target = route.getKey();
            UsageGrants grants = new UsageGrants(roles, schema(assignment, target), UsageLimit.of(assignment, target));
            for (Map.Entry<Identifier, Holdings> from : route.getValue().entrySet()) {
                Optional<Schema> source = assignment.snapshot().schema(from.getKey());
                if (source.isPresent()) {
                    grants.addReachOf(source.get(), from.getValue());
                }
            }
            for (Map.Entry<Grantee, String> grant : grants.reasons().entrySet()) {
                operations.add(new GrantOnSchema(Privilege.USAGE, target, grant.getKey(), grant.getValue()));
            }
        }
        return operations;
    }

    /** For each target schema, and for each schema that something comes from, who holds what of it. */
    private static Map<Identifier, Map<Identifier, Holdings>> routes(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        Map<Identifier, Map<Identifier, Holdings>> routes = new TreeMap<>();
        for (Placement move : assignment.moves()) {
            Holdings holdings = holdings(routes, move);
            holdings.add(move.object());
            for (Relation sequence : sequences.ownedBy(move.object().id())) {
                holdings.add(sequence);
            }
        }
        return routes;
    }

    private static Holdings holdings(Map<Identifier, Map<Identifier, Holdings>> routes, Placement move) {
        Map<Identifier, Holdings> sources = routes.get(move.target());
        if (sources == null) {
            sources = new TreeMap<>();
            routes.put(move.target(), sources);
        }
        Identifier source = move.current().schema();
        Holdings holdings = sources.get(source);
        if (holdings == null) {
            holdings = new Holdings();
            sources.put(source, holdings);
        }
        return holdings;
    }

    /** The schema as it is, or as {@link SchemaStep} makes it. */
    private static Schema schema(Assignment assignment, Identifier name) {
        Optional<Schema> schema = assignment.snapshot().schema(name);
        if (schema.isPresent()) {
            return schema.get();
        }
        Identifier owner =
                SchemaStep.owner(assignment.snapshot(), assignment.mapping().target(name));
        return new Schema(0, name, owner, Optional.empty());
    }
}
