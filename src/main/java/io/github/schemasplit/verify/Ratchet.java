package io.github.schemasplit.verify;

import io.github.schemasplit.analysis.Crossings;
import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.analysis.FindingCode;
import io.github.schemasplit.analysis.Severity;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.Baseline;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.mapping.CrossingKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What crosses from schema to schema against what may: the baseline shrinks, and grows only where that is asked for by name. Foreign
 * keys are left alone where the mapping allows them all.
 */
public final class Ratchet {
    private final SortedSet<Crossing> crossings;
    private final boolean foreignKeysCount;
    private final Baseline baseline;

    private Ratchet(SortedSet<Crossing> crossings, boolean foreignKeysCount, Baseline baseline) {
        this.crossings = crossings;
        this.foreignKeysCount = foreignKeysCount;
        this.baseline = baseline;
    }

    /**
     * @param assignment of the database as it is now
     * @param baseline what may cross
     */
    public Ratchet(Assignment assignment, Baseline baseline) {
        this(
                Crossings.of(assignment),
                assignment.mapping().crossSchemaForeignKeys().value() != CrossSchemaForeignKeys.ALLOW,
                baseline);
    }

    /** The same database against another baseline. */
    public Ratchet against(Baseline other) {
        return new Ratchet(crossings, foreignKeysCount, other);
    }

    private boolean counts(Crossing crossing) {
        return foreignKeysCount || crossing.kind() != CrossingKind.FOREIGN_KEY;
    }

    /** What crosses and may not, in order. */
    public SortedSet<Crossing> added() {
        SortedSet<Crossing> allowed = baseline.crossings();
        SortedSet<Crossing> added = new TreeSet<>(crossings);
        added.removeIf(crossing -> !counts(crossing) || allowed.contains(crossing));
        return added;
    }

    /** What may cross and does so no more, in order. */
    public SortedSet<Crossing> gone() {
        SortedSet<Crossing> gone = baseline.crossings();
        gone.removeIf(crossing -> !counts(crossing) || crossings.contains(crossing));
        return gone;
    }

    /** What is wrong, and what could be better, in no order that matters. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (Crossing crossing : added()) {
            findings.add(added(crossing));
        }
        SortedSet<Crossing> gone = gone();
        for (Located<Crossing> entry : baseline.entries()) {
            if (gone.contains(entry.value())) {
                findings.add(gone(entry));
            }
        }
        return findings;
    }

    private Finding added(Crossing crossing) {
        return new Finding(
                FindingCode.CROSSING_NOT_IN_BASELINE,
                Severity.ERROR,
                crossing.describe(),
                "It ties one schema to another, and the baseline does not have it.",
                remedy(crossing.kind())
                        + " If it is meant to be, add it to the baseline for others to review: run the build, or schema:verify"
                        + " alone, with -Dschema.baseline.update=all.",
                Optional.of(Origin.of(baseline.name(), "")));
    }

    private static String remedy(CrossingKind kind) {
        return switch (kind) {
            case FOREIGN_KEY -> "Drop it, or put both tables into one schema of the mapping.";
            case VIEW -> "Let it do without, or put it and what it reads into one schema of the mapping.";
            case ROUTINE -> "Let it do without, or put it and what it uses into one schema of the mapping.";
        };
    }

    private static Finding gone(Located<Crossing> entry) {
        return new Finding(
                FindingCode.BASELINE_CAN_SHRINK,
                Severity.WARNING,
                entry.value().describe(),
                "It is in the baseline, and crosses no more.",
                "Remove it, so that it does not come back: run the build, or schema:verify alone, with"
                        + " -Dschema.baseline.update.",
                Optional.of(entry.origin()));
    }
}
