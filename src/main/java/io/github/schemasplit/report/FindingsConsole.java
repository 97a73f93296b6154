package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings as a screenful of console text: errors one by one, warnings and notes by their code. The report has them all.
 *
 * <p>Plain loops, since each build gets here.
 */
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
        for (Finding error : errors.subList(0, Math.min(ERRORS, errors.size()))) {
            lines.addAll(lines(error));
        }
        if (errors.size() > ERRORS) {
            lines.add("  … and " + Figures.counted(errors.size() - ERRORS, "more error"));
        }
        for (List<Finding> group : byCode(of(findings, Severity.WARNING)).values()) {
            lines.addAll(grouped(group));
        }
        for (List<Finding> group : byCode(of(findings, Severity.INFO)).values()) {
            lines.add(headline(group));
        }
        return lines;
    }

    /** One finding: what it is, and what to do next. */
    public static List<String> lines(Finding finding) {
        String place = finding.origin().isPresent() ? finding.origin().get().toString() : finding.subject();
        String origin = place.equals(finding.subject()) ? "" : " (" + place + ")";
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
        List<String> subjects = new ArrayList<>();
        for (Finding finding : group.subList(0, Math.min(SUBJECTS, group.size()))) {
            subjects.add(finding.subject());
        }
        String more = group.size() > SUBJECTS ? " and " + Figures.count(group.size() - SUBJECTS) + " more" : "";
        return "  "
                + (first.severity() == Severity.INFO ? "note" : first.severity().name()) + " " + first.code()
                + " (" + Figures.count(group.size()) + "): "
                + String.join(", ", subjects)
                + more;
    }

    private static List<Finding> of(List<Finding> findings, Severity severity) {
        List<Finding> some = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == severity) {
                some.add(finding);
            }
        }
        return some;
    }

    private static Map<FindingCode, List<Finding>> byCode(List<Finding> findings) {
        Map<FindingCode, List<Finding>> groups = new TreeMap<>();
        for (Finding finding : findings) {
            List<Finding> group = groups.get(finding.code());
            if (group == null) {
                group = new ArrayList<>();
                groups.put(finding.code(), group);
            }
            group.add(finding);
        }
        return groups;
    }
}
