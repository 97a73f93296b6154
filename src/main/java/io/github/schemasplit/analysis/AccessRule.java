package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Roles that hold a privilege on a moving object and can not use it, since they lack USAGE on the schema that the object is in, but
 * have USAGE on the schema that it goes to: moving it would open it to them.
 */
final class AccessRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Reach reach = new Reach(assignment);
        Map<Identifier, List<HeldObjects>> byTarget = new TreeMap<>();
        for (HeldObjects group : reach.moving()) {
            byTarget.putIfAbsent(group.way().to(), new ArrayList<>());
            byTarget.get(group.way().to()).add(group);
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, List<HeldObjects>> entry : byTarget.entrySet()) {
            Identifier target = entry.getKey();
            Gains gains = new Gains(
                    reach,
                    entry.getValue(),
                    (role, group) -> !reach.hasUsage(role, group.way().from()) && reach.hasUsageAfter(role, target));
            for (Map.Entry<Identifier, List<HeldObjects>> gain : gains.byRole().entrySet()) {
                findings.add(finding(reach, gain.getKey(), target, gain.getValue()));
            }
        }
        return findings;
    }

    private static Finding finding(Reach reach, Identifier role, Identifier target, List<HeldObjects> gained) {
        List<CatalogObject> objects =
                gained.stream().flatMap(g -> g.objects().stream()).toList();
        Set<Identifier> closed = new TreeSet<>();
        gained.forEach(g -> closed.add(g.way().from()));
        return Finding.of(
                FindingCode.ACCESS_WIDENS,
                Severity.ERROR,
                "role " + role,
                "it may use " + Words.count(objects.size(), "moving object") + " ("
                        + Words.described(objects) + ") but can not reach " + (objects.size() == 1 ? "it" : "them")
                        + ", for lack of USAGE on schema " + Words.some(closed) + "; schema " + target
                        + " is open to it, so that the move would give it access"
                        + SecurityDefiners.among(objects),
                remedy(reach, role, target, gained)
                        + "; or, if it is to have access, run first: "
                        + Statement.of("GRANT USAGE ON SCHEMA %s TO %s", Statement.list(closed), role) + ";");
    }

    private static String remedy(Reach reach, Identifier role, Identifier target, List<HeldObjects> gained) {
        List<String> choices = new ArrayList<>();
        Set<Grantee> entrances = entrances(reach, role, reach.schemaAfter(target));
        if (!entrances.isEmpty()) {
            choices.add(Statement.of("REVOKE USAGE ON SCHEMA %s FROM %s", target, Statement.list(entrances))
                    .sql());
        }
        List<Statement> revokes = ObjectRevokes.of(gained, Grantee.of(role), reach.roles());
        if (!revokes.isEmpty()) {
            choices.add(revokes.stream().map(Statement::sql).collect(Collectors.joining("; ")));
        }
        return choices.isEmpty()
                ? "take the privileges on what moves from it"
                : "run: " + String.join("; or: ", choices);
    }

    /** Whose USAGE on the schema the role has. */
    private static Set<Grantee> entrances(Reach reach, Identifier role, Schema schema) {
        Stream<Grantee> grantees = schema.acl()
                .map(a -> a.grantees(Privilege.USAGE))
                .orElseGet(() -> Stream.of(Grantee.of(schema.owner())));
        return grantees.filter(
                        g -> g.role().map(r -> reach.roles().inherits(role, r)).orElse(true))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
