package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Nearest;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether target schemas can be given the owners that the mapping wants. */
final class SchemaOwnerRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        RoleMembership membership = snapshot.roleMembership();
        List<Finding> findings = new ArrayList<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            if (target.owner().isPresent()) {
                Optional<Finding> finding =
                        check(snapshot, membership, target, target.owner().get());
                if (finding.isPresent()) {
                    findings.add(finding.get());
                }
            }
        }
        return List.copyOf(findings);
    }

    private static Optional<Finding> check(
            Snapshot snapshot, RoleMembership membership, TargetSchema target, Located<Identifier> wanted) {
        Identifier owner = wanted.value();
        String subject = "schema " + target.name().value();
        Optional<Schema> existing = snapshot.schema(target.name().value());
        if (snapshot.role(owner).isEmpty()) {
            return Optional.of(notFound(membership, subject, wanted));
        }
        if (existing.isPresent()) {
            return existing.get().owner().equals(owner)
                    ? Optional.empty()
                    : Optional.of(differs(existing.get(), wanted));
        }
        Identifier current = snapshot.server().currentRole();
        return membership.inherits(current, owner)
                ? Optional.empty()
                : Optional.of(Finding.of(
                                FindingCode.SCHEMA_OWNER_RIGHTS_MISSING,
                                Severity.ERROR,
                                subject,
                                "the mapping gives it to role " + owner + ", but role " + current
                                        + " has not the rights of that role, so it can neither create the schema for it"
                                        + " nor move anything into it",
                                Grants.membership(snapshot, membership, owner) + " or leave 'owner' out of the mapping")
                        .at(wanted.origin()));
    }

    private static Finding notFound(RoleMembership membership, String subject, Located<Identifier> wanted) {
        List<String> names = membership.roles().stream().map(Identifier::value).toList();
        List<String> nearest = Nearest.to(wanted.value().value(), names, 3);
        return Finding.of(
                        FindingCode.SCHEMA_OWNER_NOT_FOUND,
                        Severity.ERROR,
                        subject,
                        "the mapping gives it to role " + wanted.value() + ", but there is no such role",
                        nearest.isEmpty()
                                ? Statement.of("CREATE ROLE %s", wanted.value()) + "; or correct 'owner' in the mapping"
                                : "did you mean " + String.join(" or ", nearest) + "?")
                .at(wanted.origin());
    }

    private static Finding differs(Schema schema, Located<Identifier> wanted) {
        return Finding.of(
                        FindingCode.SCHEMA_OWNER_DIFFERS,
                        Severity.WARNING,
                        schema.describe(),
                        "it exists and belongs to role " + schema.owner() + ", while the mapping gives it to role "
                                + wanted.value() + "; only a schema that is created gets the owner of the mapping",
                        Statement.of("ALTER SCHEMA %s OWNER TO %s", schema.name(), wanted.value())
                                + "; or correct 'owner' in the mapping")
                .at(wanted.origin());
    }
}
