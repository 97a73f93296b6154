package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.mapping.PolicyTables;
import java.util.ArrayList;
import java.util.List;

/** Policies that the mapping wants to be gone, and that are not there; a template is for tables with and without one. */
final class MissingPolicyRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (WantedPolicy policy : WantedPolicies.of(assignment).policies()) {
            if (policy.entry().value().drop()
                    && policy.existing().isEmpty()
                    && policy.entry().value().tables() instanceof PolicyTables.Named) {
                findings.add(Finding.of(
                                FindingCode.POLICY_NOT_THERE,
                                Severity.INFO,
                                policy.describe(),
                                "the mapping wants it to be gone, and there is none of that name",
                                "nothing, if it was dropped before; else correct its name")
                        .at(policy.entry().origin()));
            }
        }
        return findings;
    }
}
