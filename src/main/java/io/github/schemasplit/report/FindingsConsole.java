package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings as a screenful of console text: errors one by one, warnings and notes by their code. The report has them all. */
public final class FindingsConsole {
    private static final int ERRORS = 10;
    private static final int SUBJECTS = 3;

    private FindingsConsole() {}

    /** How many there are of each severity, and then what they are. */
    public static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        lines.add("Findings: " + Figures.counted(of(findings, Severity.ERROR).size(), "error") + ", "
                + Figures.counted(of(findings, Severity.WARNING).size(), "warning") + ", "
                + Figures.counted(of(findings, Severity.INFO).size(), "note"));
        List<Finding> errors = of(findings, Severity.ERROR);
        errors.stream().limit(ERRORS).forEach(f -> lines.addAll(lines(f)));
        if (errors.size() > ERRORS) {
            lines.add("  … and " + Figures.counted(errors.size() - ERRORS, "more error"));
        }
        byCode(of(findings, Severity.WARNING)).forEach((code, group) -> lines.addAll(grouped(group)));
        byCode(of(findings, Severity.INFO)).forEach((code, group) -> lines.add(headline(group)));
        return lines;
    }

    /** One finding: what it is, and what to do next. */
    public static List<String> lines(Finding finding) {
        String origin = finding.origin()
                .map(Origin::toString)
                .filter(o -> !o.equals(finding.subject()))
                .map(o -> " (" + o + ")")
                .orElse("");
        return List.of(
                "  " + finding.severity() + " " + finding.code() + " " + finding.subject() + origin + ": "
                        + finding.message(),
                "    → " + finding.remedy());
    }

    private static List<String> grouped(List<Finding> group) {
        return group.size() == 1
                ? lines(group.get(0))
                : List.of(headline(group), "    → " + group.get(0).remedy());
    }

    private static String headline(List<Finding> group) {
        Finding first = group.get(0);
        String more = group.size() > SUBJECTS ? " and " + Figures.count(group.size() - SUBJECTS) + " more" : "";
        return "  "
                + (first.severity() == Severity.INFO ? "note" : first.severity().name()) + " " + first.code()
                + " (" + Figures.count(group.size()) + "): "
                + group.stream().limit(SUBJECTS).map(Finding::subject).collect(Collectors.joining(", "))
                + more;
    }

    private static List<Finding> of(List<Finding> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }

    private static Map<FindingCode, List<Finding>> byCode(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.toList()));
    }
}
