package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.MappingProblem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All analysis rules together. */
public final class Analysis {
    private Analysis() {}

    /** What the rules have to say about an assignment, worst first. */
    public static List<Finding> of(Assignment assignment) {
        return Stream.of(AnalysisRules.values())
                .flatMap(rule -> rule.check(assignment).stream())
                .sorted(Finding.WORST_FIRST)
                .toList();
    }

    /** What is wrong with the form of a mapping, as findings, in the order of the problems. */
    public static List<Finding> of(Collection<MappingProblem> problems) {
        return problems.stream()
                .map(p -> Finding.of(
                                FindingCode.MAPPING_INVALID,
                                Severity.ERROR,
                                "mapping",
                                p.message(),
                                "correct it at " + p.origin())
                        .at(p.origin()))
                .toList();
    }
}
