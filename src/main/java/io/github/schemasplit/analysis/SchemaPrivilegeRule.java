package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The privileges that moving and moving back need: CREATE on the database for new schemas; CREATE and USAGE on existing target
 * schemas and on the schemas that objects come from. A schema that this tool creates needs none.
 */
final class SchemaPrivilegeRule implements AnalysisRule {
    private static final List<Privilege> NEEDED = List.of(Privilege.USAGE, Privilege.CREATE);

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>(newSchemas(assignment));
        Snapshot snapshot = assignment.snapshot();
        findings.addAll(missing(
                snapshot,
                assignment.moves().map(Placement::target),
                FindingCode.TARGET_PRIVILEGE_MISSING,
                "objects can not move into it"));
        findings.addAll(missing(
                snapshot,
                assignment.moves().map(p -> p.current().schema()),
                FindingCode.SOURCE_PRIVILEGE_MISSING,
                "objects that leave it could not be put back by a rollback"));
        return findings;
    }

    private static List<Finding> newSchemas(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        List<Identifier> schemas = assignment.mapping().targets().stream()
                .map(t -> t.name().value())
                .filter(t -> snapshot.schema(t).isEmpty())
                .toList();
        if (schemas.isEmpty() || snapshot.server().mayCreateSchema()) {
            return List.of();
        }
        return List.of(Finding.of(
                FindingCode.DATABASE_PRIVILEGE_MISSING,
                Severity.ERROR,
                "database " + snapshot.server().database(),
                "role " + snapshot.server().currentRole() + " lacks CREATE on it, so it can not create "
                        + Words.count(schemas.size(), "schema") + " (" + Words.some(schemas) + ")",
                Grants.onDatabase(snapshot)));
    }

    private static List<Finding> missing(
            Snapshot snapshot, Stream<Identifier> schemas, FindingCode code, String consequence) {
        Identifier current = snapshot.server().currentRole();
        RoleMembership membership = snapshot.roleMembership();
        List<Finding> findings = new ArrayList<>();
        for (Schema schema : schemas.distinct()
                .sorted()
                .flatMap(s -> snapshot.schema(s).stream())
                .toList()) {
            List<Privilege> lacking = NEEDED.stream()
                    .filter(p -> !membership.holds(current, p, schema))
                    .toList();
            if (!lacking.isEmpty()) {
                findings.add(Finding.of(
                        code,
                        Severity.ERROR,
                        schema.describe(),
                        "role " + current + " lacks "
                                + String.join(
                                        " and ",
                                        lacking.stream().map(Privilege::sql).toList())
                                + " on it, so " + consequence,
                        Grants.onSchema(snapshot, lacking, schema)));
            }
        }
        return findings;
    }
}
