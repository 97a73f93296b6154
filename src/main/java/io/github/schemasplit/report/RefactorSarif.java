package io.github.schemasplit.report;

import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** {@code refactor.sarif}, which code hosts show beside the lines of a change. */
public final class RefactorSarif {
    private static final Sarif.Rule RULE = new Sarif.Rule(
            FindingCode.STALE_REFERENCE.name(), "The sources name something at the place that it leaves.");

    private RefactorSarif() {}

    /**
     * Writes what was found in the sources, the same for the same sources; what is in files that are not edited is left out.
     *
     * @throws IOException when {@code out} takes no more
     */
    public static void write(Refactoring refactoring, OutputStream out) throws IOException {
        Sarif.write(
                out,
                List.of(RULE),
                refactoring.references().stream()
                        .filter(r -> r.kind() != SourceReference.Kind.UNTOUCHED)
                        .map(r -> result(r, refactoring.folder())));
    }

    private static Sarif.Result result(SourceReference reference, String folder) {
        return new Sarif.Result(
                RULE.id(),
                reference.action() == SourceReference.Action.EDIT ? "error" : "warning",
                reference.object() + " goes to " + reference.target() + ": "
                        + reference.replacement().map(r -> "write " + r).orElse(reference.reason()),
                Optional.of(new Sarif.Place(folder + reference.file(), reference.line(), reference.column())));
    }
}
