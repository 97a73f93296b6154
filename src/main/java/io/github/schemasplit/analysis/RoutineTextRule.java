package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.RoutineBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routines whose text names an object that moves, or may name one. The server does not know what such text refers to. */
final class RoutineTextRule implements AnalysisRule {
    private static final Set<String> LANGUAGES_WITHOUT_TEXT = Set.of("c", "internal");

    @Override
    public List<Finding> check(Assignment assignment) {
        MovingNames moving = new MovingNames(assignment);
        if (moving.isEmpty()) {
            return List.of();
        }
        RoutineTexts texts = new RoutineTexts(assignment);
        RoutineRights rights = new RoutineRights(assignment.snapshot());
        RoutineBodies bodies = assignment.mapping().routineBodies().value();
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            if (!LANGUAGES_WITHOUT_TEXT.contains(routine.language().value())
                    && !assignment.snapshot().isExtensionMember(routine.id())) {
                Optional<RoutineReading> reading = texts.read(routine);
                if (reading.isEmpty()) {
                    unread(routine, moving).ifPresent(findings::add);
                } else {
                    named(routine, reading.get(), bodies, rights).ifPresent(findings::add);
                    unclear(routine, reading.get()).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private static Optional<Finding> named(
            Routine routine, RoutineReading reading, RoutineBodies bodies, RoutineRights rights) {
        Optional<String> obstacle = bodies == RoutineBodies.REWRITE ? rights.obstacle(routine) : Optional.of("");
        if (reading.edits().isEmpty() || obstacle.isEmpty()) {
            return Optional.empty();
        }
        List<String> named = reading.named().stream().map(o -> o.describe()).toList();
        return Optional.of(Finding.of(
                FindingCode.ROUTINE_NAMES_MOVED_OBJECT,
                Severity.WARNING,
                routine.describe(),
                "its text names " + Words.count(named.size(), "object") + " that will move (" + Words.some(named)
                        + "), and would then no longer find " + (named.size() == 1 ? "it" : "them")
                        + (obstacle.get().isEmpty() ? "" : "; it can not be given another, since " + obstacle.get()),
                "look at its text, and write the new schema or give the routine a search_path that holds it"));
    }

    private static Optional<Finding> unclear(Routine routine, RoutineReading reading) {
        return reading.unclear().isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingCode.ROUTINE_NEEDS_A_PERSON,
                        Severity.WARNING,
                        routine.describe(),
                        "its text may name what will move, where only a person can tell: "
                                + Words.some(reading.unclear()),
                        "look at these lines, and write the new schema where it is meant"));
    }

    private static Optional<Finding> unread(Routine routine, MovingNames moving) {
        List<String> named = moving.bearers(NamesInText.of(routine.source()));
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingCode.ROUTINE_NEEDS_A_PERSON,
                        Severity.WARNING,
                        routine.describe(),
                        "its text, of language " + routine.language() + ", may name "
                                + Words.count(named.size(), "object") + " that will move (" + Words.some(named) + ")",
                        "look at its text, and write the new schema where it is meant"));
    }
}
