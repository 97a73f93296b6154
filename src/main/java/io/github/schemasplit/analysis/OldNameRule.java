package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.OldNames;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.SchemaCompatibility;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Old names that a view is to keep and can not: since none would be exact, or since its owner may not have it in the schema that the
 * relation leaves. And entries on old names that name nothing.
 */
final class OldNameRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        OldNames names = OldNames.of(assignment);
        List<Finding> findings = new ArrayList<>();
        for (OldNames.Lost lost : names.lost()) {
            findings.add(lost(lost));
        }
        findings.addAll(withoutCreate(assignment.snapshot(), names));
        for (TargetSchema target : assignment.mapping().targets()) {
            findings.addAll(unused(assignment, target));
        }
        return findings;
    }

    private static Finding lost(OldNames.Lost lost) {
        Placement move = lost.move();
        String entry = "[" + NamePattern.exactly(move.current().name().value()).text() + "]";
        return Finding.of(
                FindingCode.OLD_NAME_LOST,
                Severity.ERROR,
                move.object().describe(),
                "no view can stand for it under its old name: "
                        + lost.obstacle().clause(),
                "change what uses it to the new name first, and write compatibility: { none: " + entry
                        + " } under schema " + move.target()
                        + " of the mapping; or put that schema into the search path of its users, and write { search-path: "
                        + entry + " }");
    }

    /** Whoever gets a view must be allowed to make one, but where a superuser gives it. */
    private static List<Finding> withoutCreate(Snapshot snapshot, OldNames names) {
        RoleMembership roles = snapshot.roleMembership();
        Identifier current = snapshot.server().currentRole();
        if (roles.isSuperuser(current)) {
            return List.of();
        }
        Map<Identifier, Set<Identifier>> owners = new TreeMap<>();
        for (OldNames.OldName name : names.kept()) {
            Identifier owner = name.relation().owner();
            // Of the connecting role another rule tells, since moving back needs it too.
            if (!owner.equals(current)) {
                owners.computeIfAbsent(name.relation().name().schema(), s -> new TreeSet<>())
                        .add(owner);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, Set<Identifier>> entry : owners.entrySet()) {
            Optional<Schema> schema = snapshot.schema(entry.getKey());
            for (Identifier owner : entry.getValue()) {
                if (schema.isPresent() && !roles.holds(owner, Privilege.CREATE, schema.get())) {
                    findings.add(Finding.of(
                            FindingCode.SOURCE_PRIVILEGE_MISSING,
                            Severity.ERROR,
                            schema.get().describe(),
                            "role " + owner
                                    + " lacks CREATE on it, so that it can not own the views under old names there",
                            Grants.onSchema(List.of(Privilege.CREATE), schema.get(), owner)
                                    + " or connect as a superuser"));
                }
            }
        }
        return findings;
    }

    private static List<Finding> unused(Assignment assignment, TargetSchema target) {
        List<Finding> findings = new ArrayList<>();
        for (SchemaCompatibility.Entry entry : target.compatibility().entries()) {
            if (!isUsed(assignment, target.name().value(), entry.pattern().value())) {
                findings.add(unused(target.name().value(), entry.pattern()));
            }
        }
        return findings;
    }

    private static boolean isUsed(Assignment assignment, Identifier target, NamePattern pattern) {
        for (Placement placement : assignment.placements()) {
            if (placement.target().equals(target)
                    && placement.object() instanceof Relation relation
                    && pattern.matches(relation.name().name().value())) {
                return true;
            }
        }
        return false;
    }

    private static Finding unused(Identifier target, Located<NamePattern> entry) {
        boolean glob = entry.value().isGlob();
        return Finding.of(
                        glob ? FindingCode.GLOB_MATCHES_NOTHING : FindingCode.TABLE_NOT_FOUND,
                        glob ? Severity.WARNING : Severity.ERROR,
                        "compatibility of " + entry.value().text(),
                        "no table or view that goes to schema " + target + " has that name",
                        "correct the entry, or remove it")
                .at(entry.origin());
    }
}
