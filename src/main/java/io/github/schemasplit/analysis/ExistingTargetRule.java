package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Target schemas that exist: what is in them that the mapping does not speak of, and whether they can be changed. */
final class ExistingTargetRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        SequenceOwners sequences = snapshot.sequenceOwners();
        Map<Identifier, List<Relation>> strangers = snapshot.relations().stream()
                .filter(r -> assignment.mapping().target(r.name().schema()).isPresent())
                .filter(r -> r.kind() != RelationKind.COMPOSITE_TYPE
                        && assignment.placement(r.id()).isEmpty()
                        && sequences.owner(r.id()).isEmpty())
                .collect(Collectors.groupingBy(r -> r.name().schema()));
        return assignment.mapping().targets().stream()
                .flatMap(target -> snapshot.schema(target.name().value()).stream()
                        .flatMap(schema -> Stream.concat(
                                holds(schema, strangers.getOrDefault(schema.name(), List.of())).stream(),
                                notOwned(assignment, target, schema).stream())))
                .toList();
    }

    private static Optional<Finding> holds(Schema schema, List<Relation> strangers) {
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingCode.TARGET_EXISTS_WITH_OBJECTS,
                        Severity.INFO,
                        schema.describe(),
                        "it exists and holds " + Words.count(strangers.size(), "relation")
                                + " that the mapping does not name ("
                                + Words.some(strangers.stream()
                                        .map(Relation::describe)
                                        .toList())
                                + "); they stay as they are",
                        "nothing, if these are meant to be there; else choose another name for the schema"));
    }

    private static Optional<Finding> notOwned(Assignment assignment, TargetSchema target, Schema schema) {
        Snapshot snapshot = assignment.snapshot();
        Identifier current = snapshot.server().currentRole();
        RoleMembership membership = snapshot.roleMembership();
        boolean comments = target.purpose()
                .filter(p -> !snapshot.comment(schema.id()).equals(Optional.of(p.value())))
                .isPresent();
        boolean moves = assignment.moves().anyMatch(p -> p.target().equals(schema.name()));
        if (membership.inherits(current, schema.owner()) || !(comments || moves)) {
            return Optional.empty();
        }
        return Optional.of(Finding.of(
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
}
