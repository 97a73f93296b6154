package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.report.RefactorConsole;
import io.github.schemasplit.sourcecode.Refactoring;
import io.github.schemasplit.sourcecode.SourceReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sources that name what moves at the place that it leaves: an error where that is certain, else a warning. What was not looked at is
 * told, too, since nobody knows what it names.
 */
public final class StaleReferences {
    private final Refactor refactor;

    public StaleReferences(Refactor refactor) {
        this.refactor = refactor;
    }

    /** What is stale; migrations that may have run, and what is generated, are not. */
    public List<Finding> find(Mapping mapping, Refactor.Selection selection) {
        Refactoring refactoring = refactor.read(mapping, selection);
        List<Finding> findings = new ArrayList<>();
        for (SourceReference reference : refactoring.references()) {
            if (reference.kind() != SourceReference.Kind.UNTOUCHED) {
                findings.add(finding(reference));
            }
        }
        for (Refactoring.NotLookedAt each : refactoring.notLookedAt()) {
            findings.add(notLookedAt(each));
        }
        return findings;
    }

    private static Finding notLookedAt(Refactoring.NotLookedAt files) {
        return new Finding(
                FindingCode.SOURCE_NOT_LOOKED_AT,
                files.mayName() ? Severity.WARNING : Severity.INFO,
                files.example(),
                "not looked at: " + RefactorConsole.notLookedAt(files),
                files.mayName()
                        ? "look through them for what moves; schema.excludes leaves files out"
                        : "nothing: no word in them is the name of something that moves",
                Optional.of(Origin.of(files.example(), "")));
    }

    private static Finding finding(SourceReference reference) {
        boolean certain = reference.action() == SourceReference.Action.EDIT;
        return new Finding(
                FindingCode.STALE_REFERENCE,
                certain ? Severity.ERROR : Severity.WARNING,
                RefactorConsole.place(reference),
                reference.object() + " is named, which goes to " + reference.target()
                        + (certain ? "" : ": " + reference.reason()),
                certain
                        ? "run schema:refactor -Dschema.apply, which writes "
                                + reference.replacement().orElse("") + " there"
                        : "look at it; schema.excludes leaves files out",
                Optional.of(new Origin(reference.file(), reference.line(), reference.column(), "")));
    }
}
