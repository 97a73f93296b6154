package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.mapping.RoutineBodies;
import io.github.schemasplit.names.MovingNames;
import io.github.schemasplit.names.NamesInText;
import io.github.schemasplit.names.RoutineReading;
import io.github.schemasplit.names.RoutineTexts;
import io.github.schemasplit.names.UnclearName;
import io.github.schemasplit.names.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routines whose text names an object that moves, or may name one. The server does not know what such text refers to. */
final class RoutineTextRule implements AnalysisRule {
    private final RoutineTexts texts;

    RoutineTextRule(RoutineTexts texts) {
        this.texts = texts;
    }

    private static final Set<String> LANGUAGES_WITHOUT_TEXT = Set.of("c", "internal");

    @Override
    public List<Finding> check(Assignment assignment) {
        return assignment.mapping().routineBodies().value() == RoutineBodies.FAIL
                ? List.of()
                : findings(texts, Severity.WARNING);
    }

    /** What is to be said of all routines. */
    static List<Finding> findings(RoutineTexts texts, Severity severity) {
        Assignment assignment = texts.assignment();
        MovingNames moving = texts.moving();
        if (moving.isEmpty()) {
            return List.of();
        }
        boolean mended = assignment.mapping().routineBodies().value() == RoutineBodies.REWRITE;
        List<Finding> findings = new ArrayList<>();
        for (Routine routine : assignment.snapshot().all(Routine.class)) {
            if (!LANGUAGES_WITHOUT_TEXT.contains(routine.language().value())
                    && !assignment.snapshot().isExtensionMember(routine.id())) {
                Optional<RoutineReading> reading = texts.read(routine);
                if (reading.isEmpty()) {
                    add(unread(routine, moving), severity, findings);
                } else {
                    if (!mended) {
                        add(named(routine, reading.get()), severity, findings);
                    }
                    add(unclear(routine, reading.get()), severity, findings);
                }
            }
        }
        return findings;
    }

    private static void add(Optional<Finding> finding, Severity severity, List<Finding> findings) {
        if (finding.isPresent()) {
            findings.add(finding.get().with(severity));
        }
    }

    private static Optional<Finding> named(Routine routine, RoutineReading reading) {
        if (reading.edits().isEmpty()) {
            return Optional.empty();
        }
        List<String> named = reading.named().stream().map(o -> o.describe()).toList();
        return Optional.of(finding(
                FindingCode.ROUTINE_NAMES_MOVED_OBJECT,
                routine,
                "its text names " + Words.count(named.size(), "object") + " that will move (" + Words.some(named)
                        + "), and would then no longer find " + (named.size() == 1 ? "it" : "them"),
                "write the new schema in its text, or let it be done: "
                        + MappingOption.ROUTINE_BODIES.advice("rewrite")));
    }

    private static Optional<Finding> unclear(Routine routine, RoutineReading reading) {
        return reading.unclear().isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        FindingCode.ROUTINE_NEEDS_A_PERSON,
                        routine,
                        "its text may name what will move, where only a person can tell: "
                                + UnclearName.all(reading.unclear()),
                        "look at these lines, and write the new schema where it is meant"));
    }

    private static Optional<Finding> unread(Routine routine, MovingNames moving) {
        List<String> named = moving.bearers(NamesInText.of(routine.source()));
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        FindingCode.ROUTINE_NEEDS_A_PERSON,
                        routine,
                        "its text, of language " + routine.language() + ", may name "
                                + Words.count(named.size(), "object") + " that will move (" + Words.some(named) + ")",
                        "look at its text, and write the new schema where it is meant"));
    }

    private static Finding finding(FindingCode code, Routine routine, String message, String remedy) {
        return Finding.of(code, Severity.WARNING, routine.describe(), message, remedy);
    }
}
