package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.PolicyChange;
import io.github.schemasplit.assignment.PolicyReading;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policies that a rollback puts back with expressions that mean the same and are printed otherwise: of some, such as {@code IN} lists of
 * {@code varchar} columns, the server prints what it would not print again if it read it.
 */
final class PolicyRollbackRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (WantedPolicy policy : WantedPolicies.of(assignment).policies()) {
            Optional<PolicyChange> change = PolicyChange.of(policy, assignment);
            if (change.isPresent()
                    && change.get().isReadAnewByItsInverse()
                    && assignment.reading(policy) instanceof PolicyReading.Understood understood
                    && !understood.exact()) {
                findings.add(Finding.of(
                                FindingCode.POLICY_NOT_PUT_BACK,
                                Severity.INFO,
                                policy.describe(),
                                "a rollback gives it back an expression that means the same, and that a dump writes otherwise",
                                "nothing: the server itself changes such an expression with every dump and restore")
                        .at(policy.entry().origin()));
            }
        }
        return findings;
    }
}
