package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.PolicyReading;
import io.github.schemasplit.assignment.WantedPolicies;
import io.github.schemasplit.assignment.WantedPolicy;
import io.github.schemasplit.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Policies of the mapping that will do nothing, since row security is not enabled for their tables, or that the server was not asked about. */
final class PolicyEffectRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        WantedPolicies wanted = WantedPolicies.of(assignment);
        List<Finding> findings = new ArrayList<>();
        Set<Relation> unsecured = new HashSet<>();
        for (WantedPolicy policy : wanted.policies()) {
            if (!policy.entry().value().drop() && !wanted.isSecured(policy.table()) && unsecured.add(policy.table())) {
                findings.add(withoutRowSecurity(policy));
            }
            if (assignment.reading(policy) instanceof PolicyReading.Unread unread
                    && (policy.existing().isPresent() || !policy.entry().value().drop())) {
                findings.add(unread(policy, unread));
            }
        }
        return findings;
    }

    private static Finding withoutRowSecurity(WantedPolicy policy) {
        return Finding.of(
                        FindingCode.POLICY_WITHOUT_ROW_SECURITY,
                        Severity.WARNING,
                        policy.describe(),
                        "row security is not enabled for the table, so that its policies do nothing: who holds the"
                                + " privilege sees and writes every row",
                        "write rowSecurity: { enable: [" + policy.name().name().value() + "] } under schema "
                                + policy.name().schema() + " of the mapping")
                .at(policy.entry().origin());
    }

    private static Finding unread(WantedPolicy policy, PolicyReading.Unread unread) {
        boolean there = policy.existing().isPresent();
        return Finding.of(
                        FindingCode.POLICY_NOT_CHECKED,
                        Severity.WARNING,
                        policy.describe(),
                        "whether the server accepts it could not be checked: " + unread.why()
                                + (there ? "; a policy of that name is there, and is left as it is" : ""),
                        there
                                ? "make it by hand what the mapping says; or run the goal again as a role that may create temporary"
                                        + " tables, on the primary server, once everything is in its schema"
                                : "look at its expressions; a wrong one ends the migration, and nothing is changed")
                .at(policy.entry().origin());
    }
}
