package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.plan.Plan;
import java.util.List;

/**
 * What an analysis has to say.
 *
 * @param assignment which object belongs where
 * @param findings what the analysis rules found, worst first
 * @param plan what would be done
 */
public record AnalysisReport(Assignment assignment, List<Finding> findings, Plan plan) {
    public AnalysisReport {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
