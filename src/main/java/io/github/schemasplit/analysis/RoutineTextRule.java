package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routines whose text seems to name an object that moves. The server does not know what such text refers to. */
final class RoutineTextRule implements AnalysisRule {
    private static final Set<String> LANGUAGES_WITHOUT_TEXT = Set.of("c", "internal");

    @Override
    public List<Finding> check(Assignment assignment) {
        MovingNames moving = new MovingNames(assignment);
        if (moving.isEmpty()) {
            return List.of();
        }
        return assignment.snapshot().all(Routine.class).stream()
                .filter(r -> !LANGUAGES_WITHOUT_TEXT.contains(r.language().value()))
                .filter(r -> !assignment.snapshot().isExtensionMember(r.id()))
                .flatMap(r -> finding(r, moving).stream())
                .toList();
    }

    private static Optional<Finding> finding(Routine routine, MovingNames moving) {
        List<String> named = moving.bearers(NamesInText.of(routine.source()));
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingCode.ROUTINE_NAMES_MOVED_OBJECT,
                        Severity.WARNING,
                        routine.describe(),
                        "its text may name " + Words.count(named.size(), "object") + " that will move ("
                                + Words.some(named) + "), and would then no longer find "
                                + (named.size() == 1 ? "it" : "them"),
                        "look at its text, and write the new schema or give the routine a search_path that holds it"));
    }
}
