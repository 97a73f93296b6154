package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Policies for roles that will lack USAGE on the schema of their tables, and so can not name these. */
final class PolicyRoleRule implements AnalysisRule {
    private record Pointless(Policy policy, Relation table) {
        String describe() {
            return policy.describe() + " on " + table.describe();
        }
    }

    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        MappedSchemas mapped = new MappedSchemas(assignment);
        Reach reach = new Reach(assignment);
        RowReaders readers = new RowReaders(snapshot);
        Map<Identifier, Map<Identifier, List<Pointless>>> byRole = new TreeMap<>();
        for (Policy policy : snapshot.all(Policy.class)) {
            Optional<Relation> table = snapshot.relation(policy.relation());
            if (table.isEmpty() || !mapped.have(table.get())) {
                continue;
            }
            Identifier schema = assignment.schemaAfter(table.get());
            for (Identifier role : names(policy, snapshot)) {
                if (!readers.bypasses(role) && nobodyReaches(role, schema, snapshot, reach, readers)) {
                    byRole.computeIfAbsent(role, r -> new TreeMap<>())
                            .computeIfAbsent(schema, s -> new ArrayList<>())
                            .add(new Pointless(policy, table.get()));
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, Map<Identifier, List<Pointless>>> ofRole : byRole.entrySet()) {
            for (Map.Entry<Identifier, List<Pointless>> pointless :
                    ofRole.getValue().entrySet()) {
                findings.add(finding(ofRole.getKey(), pointless.getKey(), pointless.getValue(), reach, readers));
            }
        }
        return findings;
    }

    /** None where it applies to everybody. */
    private static List<Identifier> names(Policy policy, Snapshot snapshot) {
        List<Identifier> names = new ArrayList<>();
        for (long oid : policy.roles()) {
            if (snapshot.find(new ObjectId(Catalog.PG_AUTHID, oid)).orElse(null) instanceof Role role) {
                names.add(role.name());
            }
        }
        Collections.sort(names);
        return names;
    }

    /** A policy applies to those too that have the rights of its role, and one of them may have USAGE by another role. */
    private static boolean nobodyReaches(
            Identifier role, Identifier schema, Snapshot snapshot, Reach reach, RowReaders readers) {
        for (Role holder : snapshot.all(Role.class)) {
            if (readers.isHeldBy(role, holder) && reach.hasUsageInTheEnd(holder.name(), schema)) {
                return false;
            }
        }
        return true;
    }

    private static Finding finding(
            Identifier role, Identifier schema, List<Pointless> pointless, Reach reach, RowReaders readers) {
        return Finding.of(
                FindingCode.POLICY_ROLE_LACKS_USAGE,
                Severity.WARNING,
                "role " + role,
                "it can not reach what policies are there for ("
                        + Words.some(pointless.stream().map(Pointless::describe).toList())
                        + "), for lack of USAGE on schema " + schema + ", so that they never apply to it",
                "if the role is to have access, run: " + Run.all(grants(role, pointless, reach, readers))
                        + " Else make these policies without it");
    }

    /** A target schema need not be there yet: the plan gives USAGE on it to those that reach and may use what moves. */
    private static Set<Statement> grants(Identifier role, List<Pointless> pointless, Reach reach, RowReaders readers) {
        Set<Statement> grants = new LinkedHashSet<>();
        for (Pointless one : pointless) {
            Identifier now = one.table().name().schema();
            if (!reach.hasUsage(role, now)) {
                grants.add(Statement.of("GRANT USAGE ON SCHEMA %s TO %s", now, role));
            }
        }
        for (Pointless one : pointless) {
            Set<Privilege> needed = one.policy().command().privileges();
            if (!readers.isAmong(role, RowReaders.grantees(one.table(), needed))) {
                grants.add(Statement.of(
                        "GRANT %s ON TABLE %s TO %s",
                        Statement.list(needed), one.table().name(), role));
            }
        }
        return grants;
    }
}
