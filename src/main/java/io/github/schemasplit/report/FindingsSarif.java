package io.github.schemasplit.report;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.mapping.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Findings as code hosts show them beside the lines of the mapping and of the sources. */
public final class FindingsSarif {
    private FindingsSarif() {}

    /**
     * Writes findings, the same for the same ones.
     *
     * @param files the file of an origin, from the top of the repository, with {@code /}; empty where it is none
     * @param otherwise the file that stands for findings which are about no place in any, if there is one
     * @throws IOException when {@code out} takes no more
     */
    public static void write(
            List<Finding> findings,
            Function<Origin, Optional<String>> files,
            Optional<String> otherwise,
            OutputStream out)
            throws IOException {
        List<Sarif.Rule> rules = findings.stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .map(code -> new Sarif.Rule(code.name(), words(code.name())))
                .toList();
        Sarif.write(out, rules, findings.stream().map(f -> result(f, files, otherwise)));
    }

    private static Sarif.Result result(
            Finding finding, Function<Origin, Optional<String>> files, Optional<String> otherwise) {
        Optional<Sarif.Place> place = finding.origin()
                .flatMap(o -> files.apply(o).map(file -> new Sarif.Place(file, Math.max(1, o.line()), o.column())))
                .or(() -> otherwise.map(file -> new Sarif.Place(file, 1, 1)));
        return new Sarif.Result(
                finding.code().name(),
                level(finding),
                finding.subject() + ": " + finding.message() + "\n" + finding.remedy(),
                place);
    }

    private static String level(Finding finding) {
        return switch (finding.severity()) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    /** A code as words: {@code Unmapped table}. */
    private static String words(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
