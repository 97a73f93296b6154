package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The privileges that moving and moving back need: CREATE on the database for new schemas; CREATE and USAGE on existing target
 * schemas and on the schemas that objects come from. A schema that this tool creates needs none.
 */
final class SchemaPrivilegeRule implements AnalysisRule {
    private static final List<Privilege> NEEDED = List.of(Privilege.USAGE, Privilege.CREATE);

    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>(newSchemas(assignment));
        Set<Identifier> targets = new TreeSet<>();
        Set<Identifier> sources = new TreeSet<>();
        for (Placement move : assignment.moves()) {
            targets.add(move.target());
            sources.add(move.current().schema());
        }
        Snapshot snapshot = assignment.snapshot();
        findings.addAll(
                missing(snapshot, targets, FindingCode.TARGET_PRIVILEGE_MISSING, "objects can not move into it"));
        findings.addAll(missing(
                snapshot,
                sources,
                FindingCode.SOURCE_PRIVILEGE_MISSING,
                "objects that leave it could not be put back by a rollback"));
        return findings;
    }

    private static List<Finding> newSchemas(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        List<Identifier> schemas = new ArrayList<>();
        for (TargetSchema target : assignment.mapping().targets()) {
            if (snapshot.schema(target.name().value()).isEmpty()) {
                schemas.add(target.name().value());
            }
        }
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
            Snapshot snapshot, Set<Identifier> schemas, FindingCode code, String consequence) {
        Identifier current = snapshot.server().currentRole();
        RoleMembership membership = snapshot.roleMembership();
        List<Finding> findings = new ArrayList<>();
        for (Identifier name : schemas) {
            Optional<Schema> schema = snapshot.schema(name);
            if (schema.isEmpty()) {
                continue;
            }
            List<Privilege> lacking = new ArrayList<>();
            for (Privilege privilege : NEEDED) {
                if (!membership.holds(current, privilege, schema.get())) {
                    lacking.add(privilege);
                }
            }
            if (!lacking.isEmpty()) {
                findings.add(Finding.of(
                        code,
                        Severity.ERROR,
                        schema.get().describe(),
                        "role " + current + " lacks "
                                + String.join(
                                        " and ",
                                        lacking.stream().map(Privilege::sql).toList())
                                + " on it, so " + consequence,
                        Grants.onSchema(snapshot, lacking, schema.get())));
            }
        }
        return findings;
    }
}
