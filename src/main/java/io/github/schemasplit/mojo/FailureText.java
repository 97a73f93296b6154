package io.github.schemasplit.mojo;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.report.FindingsConsole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The message that a build fails with. */
final class FailureText {
    private static final int WORST = 3;

    private FailureText() {}

    static String of(String message, List<Finding> findings, Optional<Path> report) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        List<String> lines = new ArrayList<>();
        lines.add(
                errors.isEmpty()
                        ? message
                        : message + ": " + errors.size() + (errors.size() == 1 ? " error." : " errors."));
        errors.stream().limit(WORST).forEach(f -> lines.addAll(FindingsConsole.lines(f)));
        if (errors.size() > WORST) {
            lines.add("  … and " + (errors.size() - WORST) + " more"
                    + report.map(r -> "").orElse(": schema:analyze shows them all"));
        }
        report.ifPresent(r -> lines.add("All of it is in " + r));
        return String.join("\n", lines);
    }
}
