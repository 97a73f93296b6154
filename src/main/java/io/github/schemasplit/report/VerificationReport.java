package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.verify.Expectation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** What it comes to when there is no error. */
    public List<String> conclusion() {
        long tables = assignment.placements().stream()
                .filter(p -> p.object() instanceof Relation relation
                        && relation.kind().isTable()
                        && !relation.partition())
                .count();
        String journal =
                entry.isPresent() ? ", and nothing else changed since." : "; there is no journal to compare with.";
        return List.of(
                expectation == Expectation.MIGRATED
                        ? "Verified: " + Figures.counted(tables, "mapped table") + " in their schemas" + journal
                        : "Verified: everything is where and as it was before the migration that was rolled back.");
    }

    /** The same, with further findings. */
    public VerificationReport and(List<Finding> further) {
        return new VerificationReport(
                assignment,
                expectation,
                entry,
                Stream.concat(findings.stream(), further.stream())
                        .sorted(Finding.WORST_FIRST)
                        .toList());
    }

    /** The same, with the findings of some codes no worse than warnings. */
    public VerificationReport withWarningsFor(Set<FindingCode> codes) {
        return new VerificationReport(
                assignment,
                expectation,
                entry,
                findings.stream()
                        .map(f -> codes.contains(f.code()) && f.isError() ? f.with(Severity.WARNING) : f)
                        .sorted(Finding.WORST_FIRST)
                        .toList());
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
