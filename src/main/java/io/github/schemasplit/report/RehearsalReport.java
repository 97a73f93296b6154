package io.github.schemasplit.report;

import io.github.schemasplit.hazard.Hazard;
import java.util.List;
import java.util.Optional;

/**
 * What a rehearsal found.
 *
 * @param fingerprint what was rehearsed: the database, the mapping and the plan
 * @param database which one was copied
 * @param summary what moves, such as {@code 3 tables to 2 schemas}
 * @param hazards the severe ones, which somebody has to accept in earnest
 * @param copy the copy
 * @param steps what was done, in order
 * @param locks what was shut meanwhile
 * @param routines what became of the routines
 * @param load what clients met meanwhile, if there were any
 * @param problems what speaks against doing it in earnest, a sentence each; it passed when there is nothing
 */
public record RehearsalReport(
        RehearsalFingerprint fingerprint,
        RehearsedDatabase database,
        String summary,
        List<Hazard> hazards,
        RehearsedCopy copy,
        List<RehearsalStep> steps,
        RehearsedLocks locks,
        RehearsedRoutines routines,
        Optional<RehearsedLoad> load,
        List<String> problems) {
    public RehearsalReport {
        hazards = List.copyOf(hazards);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    public boolean passed() {
        return problems.isEmpty();
    }
}
