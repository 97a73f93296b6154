package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.mapping.MappingProblem;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.names.RoutineTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All analysis rules together. */
public final class Analysis {
    private Analysis() {}

    /** What the rules have to say about an assignment, worst first. */
    public static List<Finding> of(Assignment assignment) {
        return of(new RoutineTexts(assignment));
    }

    /**
     * The same.
     *
     * @param texts those of the assignment, which others read too
     */
    public static List<Finding> of(RoutineTexts texts) {
        return of(texts, TableVerdicts.of(texts, List.of()));
    }

    /**
     * The same.
     *
     * @param verdicts what is known of the use of what moves
     */
    public static List<Finding> of(RoutineTexts texts, List<TableVerdict> verdicts) {
        List<Finding> findings = new ArrayList<>(ofRules(AnalysisRules.findingErrors(texts), texts.assignment()));
        findings.addAll(ofRules(AnalysisRules.findingHazards(texts, verdicts), texts.assignment()));
        findings.addAll(ofRules(AnalysisRules.advising(texts), texts.assignment()));
        findings.sort(Finding.WORST_FIRST);
        return List.copyOf(findings);
    }

    /** Everything that the rules have to say, worst first, where an error is among it; nothing where there is none. */
    public static List<Finding> ofErrors(RoutineTexts texts) {
        return hasErrors(ofRules(AnalysisRules.findingErrors(texts), texts.assignment())) ? of(texts) : List.of();
    }

    /**
     * What has to be known before a migration: all that the rules have to say, worst first, where an error is among it; else what they
     * say of which there may be severe hazards, in no order that matters.
     *
     * @param observed statements that sessions ran
     */
    public static List<Finding> ofErrorsAndHazards(RoutineTexts texts, Collection<ObservedStatement> observed) {
        List<Finding> findings = ofRules(AnalysisRules.findingErrors(texts), texts.assignment());
        if (hasErrors(findings)) {
            return of(texts);
        }
        List<TableVerdict> verdicts = TableVerdicts.of(texts, observed);
        findings.addAll(ofRules(AnalysisRules.findingHazards(texts, verdicts), texts.assignment()));
        return findings;
    }

    private static boolean hasErrors(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }

    private static List<Finding> ofRules(List<AnalysisRule> rules, Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (AnalysisRule rule : rules) {
            findings.addAll(rule.check(assignment));
        }
        return findings;
    }

    /** What is wrong with the entries of the mapping alone. */
    public static List<Finding> ofEntries(Assignment assignment) {
        return new EntryRule().check(assignment);
    }

    /** What is wrong with the form of a mapping, as findings, in the order of the problems. */
    public static List<Finding> of(Collection<MappingProblem> problems) {
        return problems.stream().map(Analysis::invalid).toList();
    }

    /** What is wrong with a baseline, in the same way. */
    public static List<Finding> ofBaseline(Collection<MappingProblem> problems) {
        return problems.stream()
                .map(p -> Finding.of(
                                FindingCode.BASELINE_INVALID,
                                Severity.ERROR,
                                "baseline",
                                p.message(),
                                "correct it at " + p.origin())
                        .at(p.origin()))
                .toList();
    }

    private static Finding invalid(MappingProblem problem) {
        return problem.origin().equals(Origin.NOWHERE)
                ? invalid(
                        problem,
                        "run Maven where the POM has a mapping, or name a file that holds one:"
                                + " -Dschema.mappingFile=mapping.yml")
                : invalid(problem, "correct it at " + problem.origin()).at(problem.origin());
    }

    private static Finding invalid(MappingProblem problem, String remedy) {
        return Finding.of(FindingCode.MAPPING_INVALID, Severity.ERROR, "mapping", problem.message(), remedy);
    }
}
