package io.github.schemasplit.usecase;

import io.github.schemasplit.analysis.Finding;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.Baseline;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.report.BaselineReport;
import io.github.schemasplit.verify.Ratchet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A baseline, and what to do with it.
 *
 * @param file the file
 * @param update how to change it; empty for not at all
 */
public record BaselineCheck(BaselineFile file, Optional<BaselineUpdate> update) {
    /** What it came to, with what is not as it may be; nothing where there is no baseline, nor is to be one. */
    record Outcome(Optional<BaselineReport> report, List<Finding> findings) {
        static final Outcome NOTHING = new Outcome(Optional.empty(), List.of());
    }

    /** Changes the file where that is asked for, and compares with what is in it then. */
    Outcome run(Assignment assignment) {
        if (file.baseline().isEmpty() && update.isEmpty()) {
            return Outcome.NOTHING;
        }
        Baseline before = file.baseline().orElse(new Baseline(file.name(), List.of()));
        Ratchet ratchet = new Ratchet(assignment, before);
        SortedSet<Crossing> removed = update.isPresent() ? ratchet.gone() : new TreeSet<>();
        SortedSet<Crossing> added = adds() ? ratchet.added() : new TreeSet<>();
        Baseline after = before.changed(added, removed);
        boolean made = update.isPresent() && file.baseline().isEmpty();
        if (made || !after.equals(before)) {
            file.write(after);
        }
        return new Outcome(
                Optional.of(
                        new BaselineReport(file.name(), made, after.entries().size(), added, removed)),
                ratchet.against(after).findings());
    }

    /** The first baseline is all that there is; after that, one word is for shrinking, and another one for growing. */
    private boolean adds() {
        return update.filter(u -> u == BaselineUpdate.ALL || file.baseline().isEmpty())
                .isPresent();
    }
}
