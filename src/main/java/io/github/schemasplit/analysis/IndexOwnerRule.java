package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Owners of tables that can create indexes on them now and could not after the move: an index is made in the schema of its table,
 * which takes CREATE there. It is not granted, since it would let them make anything in the schema.
 */
final class IndexOwnerRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Reach reach = new Reach(assignment);
        Map<Identifier, TreeSet<Identifier>> ownersByTarget = new TreeMap<>();
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation relation
                    && takesIndexes(relation.kind())
                    && losesCreate(relation.owner(), move, reach)) {
                ownersByTarget
                        .computeIfAbsent(move.target(), t -> new TreeSet<>())
                        .add(relation.owner());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, TreeSet<Identifier>> owners : ownersByTarget.entrySet()) {
            Identifier target = owners.getKey();
            findings.add(finding(
                    reach.schemaAfter(target),
                    assignment.snapshot().schema(target).isPresent(),
                    owners.getValue()));
        }
        return findings;
    }

    private static boolean takesIndexes(RelationKind kind) {
        return kind == RelationKind.TABLE
                || kind == RelationKind.PARTITIONED_TABLE
                || kind == RelationKind.MATERIALIZED_VIEW;
    }

    private static boolean losesCreate(Identifier owner, Placement move, Reach reach) {
        return reach.mayCreate(owner, move.current().schema()) && !reach.mayCreate(owner, move.target());
    }

    private static Finding finding(Schema target, boolean exists, TreeSet<Identifier> owners) {
        Identifier first = owners.first();
        return Finding.of(
                FindingCode.OWNER_LACKS_CREATE,
                Severity.WARNING,
                target.describe(),
                Words.count(owners.size(), "owner") + " of tables that move there (" + Words.some(owners)
                        + ") may create in the schema where these are now and will lack CREATE on this one, which belongs to role "
                        + target.owner() + ": they can not create indexes on their tables any more",
                (exists ? "" : "set the schema's owner to '" + first.value() + "' in the mapping; or ")
                        + "let role " + target.owner() + " or a superuser run"
                        + (exists ? ": " : " after the move: ")
                        + Statement.of("GRANT CREATE ON SCHEMA %s TO %s", target.name(), Statement.list(owners)) + ";");
    }
}
