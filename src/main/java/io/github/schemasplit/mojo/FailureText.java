package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.report.FindingsConsole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message that a build fails with. */
final class FailureText {
    /** How many errors are told where a report has them all. */
    private static final int WORST = 3;
    /** How many where nothing else has them. */
    private static final int MOST = 20;

    private FailureText() {}

    static String of(String message, List<Finding> findings, Optional<Path> report) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                errors.isEmpty()
                        ? message
                        : message + ": " + errors.size() + (errors.size() == 1 ? " error." : " errors."));
        int told = report.isPresent() ? WORST : MOST;
        errors.stream().limit(told).forEach(f -> lines.addAll(FindingsConsole.lines(f)));
        if (errors.size() > told) {
            lines.add("  … and " + (errors.size() - told) + " more");
        }
        report.ifPresent(r -> lines.add("All of it is in " + r));
        return String.join("\n", lines);
    }
}
