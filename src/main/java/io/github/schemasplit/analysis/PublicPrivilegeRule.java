package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of the mapping every role of the server may use, later ones too: relations by a grant to PUBLIC, and SECURITY DEFINER routines,
 * which PUBLIC may execute where nobody took that from it. Nobody can call those that triggers fire.
 */
final class PublicPrivilegeRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        Set<Long> fired = new HashSet<>();
        for (Trigger trigger : snapshot.all(Trigger.class)) {
            fired.add(trigger.routine());
        }
        List<CatalogObject> relations = new ArrayList<>();
        List<CatalogObject> definers = new ArrayList<>();
        for (HeldObjects group : HeldObjects.of(assignment.placements(), snapshot.sequenceOwners())) {
            if (!group.holders().grantees().contains(Grantee.PUBLIC)) {
                continue;
            }
            for (CatalogObject object : group.objects()) {
                if (object instanceof Relation relation && relation.kind() != RelationKind.COMPOSITE_TYPE) {
                    relations.add(object);
                } else if (object instanceof Routine routine
                        && routine.securityDefiner()
                        && !fired.contains(routine.oid())) {
                    definers.add(object);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!relations.isEmpty()) {
            findings.add(finding(
                    relations,
                    "it holds privileges on " + Words.count(relations.size(), "relation"),
                    "so that every role of the server has them, also those that come later"));
        }
        if (!definers.isEmpty()) {
            findings.add(finding(
                    definers,
                    "it may execute " + Words.count(definers.size(), "SECURITY DEFINER routine"),
                    "so that every role of the server can do by them what only their owners may"));
        }
        return findings;
    }

    private static Finding finding(List<CatalogObject> objects, String held, String consequence) {
        objects.sort(Comparator.comparing(CatalogObject::describe));
        List<Statement> revokes = new ArrayList<>();
        for (CatalogObject object : objects) {
            revokes.add(ObjectRevokes.revoke(object, Set.of(Grantee.PUBLIC)));
        }
        return Finding.of(
                FindingCode.PUBLIC_HOLDS_PRIVILEGES,
                Severity.WARNING,
                Grantee.PUBLIC.toString(),
                held + " that the mapping names (" + Words.described(objects) + "), " + consequence,
                "grant them to the roles that need them, and run: " + Run.all(revokes));
    }
}
