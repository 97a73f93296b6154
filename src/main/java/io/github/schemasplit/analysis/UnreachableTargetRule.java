package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Objects that somebody moved by hand, and roles that could use them in the source schema and can not reach them where they are
 * now. Owners are among these roles: foreign keys are checked in their names.
 */
final class UnreachableTargetRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Reach reach = new Reach(assignment);
        List<Placement> placed = new ArrayList<>();
        for (Placement placement : assignment.placements()) {
            if (placement.isInPlace()) {
                placed.add(placement);
            }
        }
        Map<Identifier, List<HeldObjects>> inPlace = new TreeMap<>();
        for (HeldObjects group : HeldObjects.of(placed, reach.sequences())) {
            inPlace.computeIfAbsent(group.way().to(), t -> new ArrayList<>()).add(group);
        }
        List<Finding> findings = new ArrayList<>();
        Identifier source = assignment.mapping().source().value();
        for (Map.Entry<Identifier, List<HeldObjects>> there : inPlace.entrySet()) {
            Identifier target = there.getKey();
            List<HeldObjects> groups = there.getValue();
            Set<Identifier> users = new TreeSet<>();
            Set<CatalogObject> objects = new HashSet<>();
            for (Identifier role : keptOut(reach, source, target)) {
                for (HeldObjects group : groups) {
                    if (named(group).include(role, reach.roles())) {
                        users.add(role);
                        objects.addAll(group.objects());
                    }
                }
            }
            if (!users.isEmpty()) {
                findings.add(finding(source, reach.schemaAfter(target), objects, needed(reach, groups, users)));
            }
        }
        return findings;
    }

    private static List<Identifier> keptOut(Reach reach, Identifier source, Identifier target) {
        List<Identifier> keptOut = new ArrayList<>();
        for (Identifier role : reach.boundRoles()) {
            if (reach.hasUsage(role, source) && !reach.hasUsageInTheEnd(role, target)) {
                keptOut.add(role);
            }
        }
        return keptOut;
    }

    /** That types and routines are open to everybody is no sign that everybody uses them. */
    private static Holders named(HeldObjects group) {
        Holders holders = group.holders();
        boolean relations = group.objects().get(0) instanceof Relation;
        return new Holders(
                holders.owner(),
                holders.grantees().stream()
                        .filter(g -> relations || !g.isPublic())
                        .collect(Collectors.toSet()),
                false);
    }

    /** Those that ACLs name or that own something, and those that inherit none of the rest. */
    private static List<Identifier> needed(Reach reach, List<HeldObjects> groups, Set<Identifier> users) {
        Set<Grantee> standing = new HashSet<>();
        groups.forEach(g -> {
            standing.add(Grantee.of(g.holders().owner()));
            standing.addAll(g.holders().grantees());
        });
        return users.stream()
                .filter(u -> standing.contains(Grantee.of(u))
                        || users.stream()
                                .noneMatch(o -> !o.equals(u) && reach.roles().inherits(u, o)))
                .toList();
    }

    private static Finding finding(
            Identifier source, Schema target, Set<CatalogObject> objects, List<Identifier> users) {
        return Finding.of(
                FindingCode.TARGET_NOT_REACHABLE,
                Severity.WARNING,
                target.describe(),
                Words.count(users.size(), "role") + " (" + Words.some(users) + ") may use "
                        + Words.count(objects.size(), "object") + " that moved there earlier ("
                        + Words.some(objects.stream()
                                .map(CatalogObject::describe)
                                .sorted()
                                .toList())
                        + "), but can not reach " + (objects.size() == 1 ? "it" : "them")
                        + ", for lack of the USAGE that they have on schema " + source
                        + "; the plan leaves that as it is, since it may be meant",
                "if it is not meant, let role " + target.owner() + " or a superuser run: "
                        + Statement.of("GRANT USAGE ON SCHEMA %s TO %s", target.name(), Statement.list(users)) + ";");
    }
}
