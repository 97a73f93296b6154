package io.github.schemasplit.plan;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.PolicyChange;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.assignment.WantedRowSecurity;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.PolicyDefinition;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RoleMembership;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Policies and row security as the mapping has them, table by table: first what a table's policies are to say, then whether they count.
 * Only what the connecting role may do is planned, and that is what an owner may; the rest is among the findings.
 */
final class PolicyStep {
    private PolicyStep() {}

    static List<PolicyOperation> of(Assignment assignment) {
        WantedPolicies wanted = WantedPolicies.of(assignment);
        if (wanted.isEmpty()) {
            return List.of();
        }
        RoleMembership membership = assignment.snapshot().roleMembership();
        Identifier current = assignment.snapshot().server().currentRole();
        Map<QualifiedName, List<PolicyOperation>> byTable = new TreeMap<>();
        for (WantedPolicy policy : wanted.policies()) {
            if (membership.inherits(current, policy.table().owner())) {
                byTable.computeIfAbsent(policy.name(), t -> new ArrayList<>()).addAll(operations(policy, assignment));
            }
        }
        for (WantedRowSecurity table : wanted.rowSecurity()) {
            if (membership.inherits(current, table.table().owner())) {
                byTable.computeIfAbsent(table.name(), t -> new ArrayList<>()).addAll(operations(table));
            }
        }
        List<PolicyOperation> all = new ArrayList<>();
        for (List<PolicyOperation> ofTable : byTable.values()) {
            all.addAll(ofTable);
        }
        return all;
    }

    private static List<PolicyOperation> operations(WantedPolicy wanted, Assignment assignment) {
        Optional<PolicyChange> change = PolicyChange.of(wanted, assignment);
        if (change.isEmpty()) {
            return List.of();
        }
        ObjectId table = wanted.table().id();
        String reason = wanted.entry().origin() + " policies";
        Optional<PolicyDefinition> from = change.get().from();
        Optional<PolicyDefinition> to = change.get().to();
        if (from.isPresent() && to.isPresent() && to.get().isAlterationOf(from.get())) {
            return List.of(new AlterPolicy(table, wanted.name(), wanted.policy(), from.get(), to.get(), reason));
        }
        Optional<String> comment = wanted.existing().isPresent()
                ? assignment.snapshot().comment(wanted.existing().get().id())
                : Optional.empty();
        List<PolicyOperation> operations = new ArrayList<>();
        if (from.isPresent()) {
            operations.add(new DropPolicy(table, wanted.name(), wanted.policy(), from.get(), comment, reason));
        }
        if (to.isPresent()) {
            operations.add(new CreatePolicy(table, wanted.name(), wanted.policy(), to.get(), comment, reason));
        }
        return operations;
    }

    private static List<PolicyOperation> operations(WantedRowSecurity wanted) {
        Relation table = wanted.table();
        List<PolicyOperation> operations = new ArrayList<>();
        if (wanted.enable().isPresent() && !table.rowSecurity()) {
            operations.add(new AlterRowSecurity(
                    table.id(),
                    wanted.name(),
                    RowSecurityAction.ENABLE,
                    wanted.enable().get() + " rowSecurity"));
        }
        if (wanted.force().isPresent() && !table.rowSecurityForced()) {
            operations.add(new AlterRowSecurity(
                    table.id(),
                    wanted.name(),
                    RowSecurityAction.FORCE,
                    wanted.force().get() + " rowSecurity"));
        }
        return operations;
    }
}
