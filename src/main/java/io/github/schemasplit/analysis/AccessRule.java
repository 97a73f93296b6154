package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
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
        Map<Identifier, List<HeldObjects>> byTarget = reach.moving().stream()
                .collect(Collectors.groupingBy(g -> g.way().to(), TreeMap::new, Collectors.toList()));
        List<Finding> findings = new ArrayList<>();
        byTarget.forEach((target, groups) -> {
            Map<Identifier, BitSet> gains = gains(reach, target, groups);
            gains.forEach((role, gained) -> {
                if (!isSaidOfARoleThatItInherits(reach, gains, role, gained)) {
                    findings.add(finding(
                            reach,
                            role,
                            target,
                            gained.stream().mapToObj(groups::get).toList()));
                }
            });
        });
        return findings;
    }

    /** For each role that gains something, which of the groups. */
    private static Map<Identifier, BitSet> gains(Reach reach, Identifier target, List<HeldObjects> groups) {
        Map<Identifier, BitSet> gains = new LinkedHashMap<>();
        for (Identifier role : reach.boundRoles()) {
            BitSet gained = new BitSet();
            for (int i = 0; i < groups.size(); i++) {
                HeldObjects group = groups.get(i);
                if (!reach.hasUsage(role, group.way().from())
                        && reach.hasUsageAfter(role, target)
                        && group.holders().include(role, reach.roles())) {
                    gained.set(i);
                }
            }
            if (!gained.isEmpty()) {
                gains.put(role, gained);
            }
        }
        return gains;
    }

    private static boolean isSaidOfARoleThatItInherits(
            Reach reach, Map<Identifier, BitSet> gains, Identifier role, BitSet gained) {
        return gains.entrySet().stream()
                .filter(e -> !e.getKey().equals(role) && reach.roles().inherits(role, e.getKey()))
                .anyMatch(e -> {
                    BitSet more = (BitSet) gained.clone();
                    more.andNot(e.getValue());
                    return more.isEmpty();
                });
    }

    private static Finding finding(Reach reach, Identifier role, Identifier target, List<HeldObjects> gained) {
        List<String> objects = gained.stream()
                .flatMap(g -> g.objects().stream())
                .map(CatalogObject::describe)
                .toList();
        Set<Identifier> closed = new TreeSet<>();
        gained.forEach(g -> closed.add(g.way().from()));
        return Finding.of(
                FindingCode.ACCESS_WIDENS,
                Severity.ERROR,
                "role " + role,
                "it may use " + Words.count(objects.size(), "moving object") + " (" + Words.some(objects)
                        + ") but can not reach " + (objects.size() == 1 ? "it" : "them")
                        + ", for lack of USAGE on schema " + Words.some(closed) + "; schema " + target
                        + " is open to it, so that the move would give it access",
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
        List<Statement> revokes = ObjectRevokes.of(gained, role, reach.roles());
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
