package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.assignment.PolicyReading;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Nearest;
import io.github.schemasplit.mapping.PolicyTables;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what the mapping says of policies and row security can be so: its tables, roles and expressions. */
final class PolicyEntryRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        WantedPolicies wanted = WantedPolicies.of(assignment);
        List<Finding> findings = new ArrayList<>();
        for (WantedPolicies.Unfound unfound : wanted.unfound()) {
            findings.add(notMapped(unfound, assignment));
        }
        // An entry is for many tables, and its roles are the same for all of them.
        Map<String, Finding> roles = new LinkedHashMap<>();
        for (WantedPolicy policy : wanted.policies()) {
            for (Identifier role : policy.entry().value().roles()) {
                if (assignment.snapshot().role(role).isEmpty()
                        && !assignment.mapping().creates(role)) {
                    roles.putIfAbsent(policy.entry().origin() + " " + role, noRole(policy, role, assignment));
                }
            }
            if (assignment.reading(policy) instanceof PolicyReading.Refused refused) {
                findings.add(Finding.of(
                                FindingCode.POLICY_EXPRESSION_INVALID,
                                Severity.ERROR,
                                policy.describe(),
                                "the server does not accept its expression '" + refused.key() + "': "
                                        + refused.message(),
                                "correct '" + refused.key() + "' at "
                                        + policy.entry().origin()
                                        + "; names other than those of columns are written with their schemas, as they are"
                                        + " after the move")
                        .at(policy.entry().origin()));
            }
        }
        findings.addAll(roles.values());
        return findings;
    }

    private static Finding notMapped(WantedPolicies.Unfound unfound, Assignment assignment) {
        if (unfound instanceof WantedPolicies.Unfound.Pattern pattern) {
            return Finding.of(
                            FindingCode.POLICY_TABLE_NOT_MAPPED,
                            Severity.ERROR,
                            "row security of '" + pattern.pattern().value().text() + "'",
                            "the mapping has no table for schema " + pattern.target() + " that it names",
                            remedy(pattern.pattern().value().text(), pattern.target(), assignment))
                    .at(pattern.pattern().origin());
        }
        WantedPolicies.Unfound.Tables tables = (WantedPolicies.Unfound.Tables) unfound;
        PolicyTables on = tables.entry().value().tables();
        return Finding.of(
                        FindingCode.POLICY_TABLE_NOT_MAPPED,
                        Severity.ERROR,
                        "policy " + tables.entry().value().name() + " on " + on.describe(),
                        on instanceof PolicyTables.Named
                                ? "the mapping sends no such table to schema " + tables.target()
                                : "no table that the mapping sends to schema " + tables.target() + " has that column",
                        on instanceof PolicyTables.Named named
                                ? remedy(named.table().value(), tables.target(), assignment)
                                : "correct the name of the column, or remove the policy")
                .at(tables.entry().origin());
    }

    private static String remedy(String name, Identifier target, Assignment assignment) {
        List<String> names = new ArrayList<>();
        for (Placement placement : assignment.placements()) {
            if (placement.target().equals(target) && placement.object() instanceof Relation relation) {
                names.add(relation.name().name().value());
            }
        }
        List<String> nearest = Nearest.to(name, names, 3);
        return (nearest.isEmpty() ? "" : "did you mean " + String.join(" or ", nearest) + "? Else ")
                + "name the table under schema " + target + ", or say this under the schema that it goes to; views and"
                + " foreign tables have no row security";
    }

    private static Finding noRole(WantedPolicy policy, Identifier role, Assignment assignment) {
        List<String> names = assignment.snapshot().roleMembership().roles().stream()
                .map(Identifier::value)
                .toList();
        Optional<String> nearest = Nearest.to(role.value(), names, 1).stream().findFirst();
        return Finding.of(
                        FindingCode.POLICY_ROLE_NOT_FOUND,
                        Severity.ERROR,
                        policy.describe(),
                        "the mapping gives it to role " + role + ", but there is no such role",
                        nearest.map(name -> "did you mean " + name + "?")
                                .orElse(Statement.of("CREATE ROLE %s", role)
                                        + "; or name it under createRoles, or correct 'to' in the mapping"))
                .at(policy.entry().origin());
    }
}
