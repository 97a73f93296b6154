package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.PolicyChange;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.assignment.WantedRowSecurity;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the mapping says of the row security of tables whose owners' rights the connecting role has not: it is theirs to do. */
final class PolicyRightsRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        WantedPolicies wanted = WantedPolicies.of(assignment);
        RoleMembership membership = assignment.snapshot().roleMembership();
        Identifier current = assignment.snapshot().server().currentRole();
        List<Finding> findings = new ArrayList<>();
        for (WantedPolicy policy : wanted.policies()) {
            if (!membership.inherits(current, policy.table().owner())) {
                List<Statement> statements = PolicyChange.of(policy, assignment)
                        .map(PolicyChange::statements)
                        .orElse(List.of());
                finding(
                                policy.describe(),
                                policy.table(),
                                current,
                                statements,
                                policy.entry().origin())
                        .ifPresent(findings::add);
            }
        }
        for (WantedRowSecurity table : wanted.rowSecurity()) {
            if (!membership.inherits(current, table.table().owner())) {
                List<Statement> statements = new ArrayList<>();
                if (table.enable().isPresent() && !table.table().rowSecurity()) {
                    statements.add(Statement.of("ALTER TABLE %s ENABLE ROW LEVEL SECURITY", table.name()));
                }
                if (table.force().isPresent() && !table.table().rowSecurityForced()) {
                    statements.add(Statement.of("ALTER TABLE %s FORCE ROW LEVEL SECURITY", table.name()));
                }
                Origin origin = table.enable().or(table::force).orElseThrow();
                finding("row security of table " + table.name(), table.table(), current, statements, origin)
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(
            String subject, Relation table, Identifier current, List<Statement> statements, Origin origin) {
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        String text = statements.stream().map(Statement::sql).collect(Collectors.joining("; "));
        return Optional.of(Finding.of(
                        FindingCode.POLICY_NOT_OWNED,
                        Severity.WARNING,
                        subject,
                        "the table belongs to role " + table.owner()
                                + ", and only a role with its rights may do what the" + " mapping says; role " + current
                                + " has them not, so it is left as it is",
                        "let role " + table.owner() + " run, after the move: " + text + ";")
                .at(origin));
    }
}
