package io.github.schemasplit.report;

import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found in the sources as a screenful of console text. The report has all of it. */
public final class RefactorConsole {
    private static final int SHOWN = 10;

    private RefactorConsole() {}

    /**
     * How much is certain, what a person has to look at, and what was not looked at.
     *
     * @param applied whether the edits were made
     */
    public static List<String> lines(Refactoring refactoring, boolean applied) {
        List<String> lines = new ArrayList<>();
        long files = refactoring.files().changed().size();
        lines.add(Figures.counted(refactoring.lookedAt(), "file") + " looked at: "
                + Figures.counted(refactoring.edits().size(), "reference") + " in " + Figures.counted(files, "file")
                + (applied ? " changed" : " to be changed") + ", "
                + Figures.count(refactoring.reports().size()) + " to be looked at by a person.");
        byReason(refactoring.reports()).forEach((reason, group) -> {
            lines.add("  " + Figures.counted(group.size(), "reference") + ": " + reason);
            group.stream().limit(SHOWN).forEach(r -> lines.add("    " + place(r) + " " + r.object()));
            if (group.size() > SHOWN) {
                lines.add("    … and " + Figures.count(group.size() - SHOWN) + " more");
            }
        });
        for (Refactoring.NotLookedAt each : refactoring.notLookedAt()) {
            lines.add("  Not looked at: " + notLookedAt(each) + ".");
        }
        return lines;
    }

    /** What was not looked at, and whether it matters. */
    public static String notLookedAt(Refactoring.NotLookedAt files) {
        String naming = files.naming() == 0
                ? ""
                : "; " + Figures.count(files.naming())
                        + " of them with a word that is the name of something that moves";
        return files.why() + ", " + Figures.counted(files.files(), "file") + ", such as " + files.example() + naming;
    }

    /** Where a reference is: {@code file:line:column}. */
    public static String place(SourceReference reference) {
        return reference.file() + ":" + reference.line() + ":" + reference.column();
    }

    private static Map<String, List<SourceReference>> byReason(List<SourceReference> references) {
        return references.stream()
                .collect(Collectors.groupingBy(SourceReference::reason, TreeMap::new, Collectors.toList()));
    }
}
