package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings as console text: errors and warnings one by one up to a screenful, the rest as counts. */
public final class FindingsConsole {
    private static final int A_SCREENFUL = 12;

    private FindingsConsole() {}

    /** How many of each severity, then the worst of them; one line a finding and one for its remedy. */
    public static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        lines.add("Findings: " + Figures.counted(count(findings, Severity.ERROR), "error") + ", "
                + Figures.counted(count(findings, Severity.WARNING), "warning") + ", "
                + Figures.counted(count(findings, Severity.INFO), "note"));
        List<Finding> shown = findings.stream()
                .filter(f -> f.severity() != Severity.INFO)
                .limit(A_SCREENFUL)
                .toList();
        shown.forEach(f -> lines.addAll(lines(f)));
        long more = findings.stream().filter(f -> f.severity() != Severity.INFO).count() - shown.size();
        if (more > 0) {
            lines.add("  … and " + Figures.counted(more, "more error or warning") + ": see the report");
        }
        notes(findings).forEach((code, number) -> lines.add("  note " + code + ": " + Figures.count(number)));
        return lines;
    }

    /** One finding: what it is, and what to do next. */
    public static List<String> lines(Finding finding) {
        String origin = finding.origin().map(o -> " (" + o + ")").orElse("");
        return List.of(
                "  " + finding.severity() + " " + finding.code() + " " + finding.subject() + origin + ": "
                        + finding.message(),
                "    → " + finding.remedy());
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    private static Map<FindingCode, Long> notes(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.severity() == Severity.INFO)
                .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));
    }
}
