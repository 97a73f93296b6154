package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Target schemas that exist: what is in them that the mapping does not speak of, and whether they can be changed. */
final class ExistingTargetRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        SequenceOwners sequences = snapshot.sequenceOwners();
        Map<Identifier, List<Relation>> strangers = new HashMap<>();
        for (Relation relation : snapshot.relations()) {
            Identifier schema = relation.name().schema();
            if (assignment.mapping().target(schema).isPresent()
                    && relation.kind() != RelationKind.COMPOSITE_TYPE
                    && assignment.placement(relation.id()).isEmpty()
                    && sequences.owner(relation.id()).isEmpty()) {
                strangers.putIfAbsent(schema, new ArrayList<>());
                strangers.get(schema).add(relation);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            Optional<Schema> schema = snapshot.schema(target.name().value());
            if (schema.isPresent()) {
                checkStrangers(schema.get(), strangers.getOrDefault(schema.get().name(), List.of()), findings);
                checkOwner(assignment, target, schema.get(), findings);
            }
        }
        return List.copyOf(findings);
    }

    private static void checkStrangers(Schema schema, List<Relation> strangers, List<Finding> findings) {
        if (!strangers.isEmpty()) {
            findings.add(Finding.of(
                    FindingCode.TARGET_EXISTS_WITH_OBJECTS,
                    Severity.INFO,
                    schema.describe(),
                    "it exists and holds " + Words.count(strangers.size(), "relation")
                            + " that the mapping does not name (" + Words.described(strangers)
                            + "); they stay as they are",
                    "nothing, if these are meant to be there; else choose another name for the schema"));
        }
    }

    private static void checkOwner(Assignment assignment, TargetSchema target, Schema schema, List<Finding> findings) {
        Snapshot snapshot = assignment.snapshot();
        Identifier current = snapshot.server().currentRole();
        RoleMembership membership = snapshot.roleMembership();
        boolean comments = target.purpose().isPresent()
                && !snapshot.comment(schema.id())
                        .equals(Optional.of(target.purpose().get().value()));
        if (membership.inherits(current, schema.owner()) || !(comments || movesInto(assignment, schema))) {
            return;
        }
        findings.add(Finding.of(
                FindingCode.TARGET_NOT_OWNED,
                comments ? Severity.ERROR : Severity.WARNING,
                schema.describe(),
                "it belongs to role " + schema.owner() + ", so role " + current
                        + (comments
                                ? " can not give it the comment that 'purpose' asks for"
                                : " may not be able to grant USAGE on it to the roles that use what moves there"),
                Grants.membership(snapshot, membership, schema.owner())
                        + (comments ? " or leave 'purpose' out of the mapping" : "")));
    }

    private static boolean movesInto(Assignment assignment, Schema schema) {
        for (Placement move : assignment.moves()) {
            if (move.target().equals(schema.name())) {
                return true;
            }
        }
        return false;
    }
}
