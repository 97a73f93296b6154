package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.verify.Expectation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a verification has to say.
 *
 * @param assignment which object belongs where
 * @param expectation what the database was expected to be like
 * @param entry the journal's entry that it was compared with; empty when there is none
 * @param findings in what it is not as expected, worst first
 */
public record VerificationReport(
        Assignment assignment, Expectation expectation, Optional<UUID> entry, List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
