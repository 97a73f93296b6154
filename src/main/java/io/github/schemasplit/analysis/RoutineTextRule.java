package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.StatisticsObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Routines whose text seems to name an object that moves. The server does not know what such text refers to. */
final class RoutineTextRule implements AnalysisRule {
    private static final Set<String> LANGUAGES_WITHOUT_TEXT = Set.of("c", "internal");

    @Override
    public List<Finding> check(Assignment assignment) {
        Map<String, String> moving = movingNames(assignment);
        if (moving.isEmpty()) {
            return List.of();
        }
        return assignment.snapshot().all(Routine.class).stream()
                .filter(r -> !LANGUAGES_WITHOUT_TEXT.contains(r.language().value()))
                .filter(r -> !assignment.snapshot().isExtensionMember(r.id()))
                .flatMap(r -> finding(r, moving).stream())
                .toList();
    }

    private static Optional<Finding> finding(Routine routine, Map<String, String> moving) {
        List<String> named = NamesInText.of(routine.source()).stream()
                .filter(moving::containsKey)
                .sorted()
                .map(moving::get)
                .toList();
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

    /** Names of what moves, and of the sequences that go with it, with what bears them. */
    private static Map<String, String> movingNames(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        Map<String, String> names = new TreeMap<>();
        assignment
                .moves()
                .filter(p -> !(p.object() instanceof StatisticsObject))
                .forEach(p -> {
                    names.put(p.current().name().value(), p.object().describe());
                    owned(sequences, p.object().id())
                            .forEach(s -> names.put(s.name().name().value(), s.describe()));
                });
        return names;
    }

    private static Stream<Relation> owned(SequenceOwners sequences, ObjectId table) {
        return sequences.ownedBy(table).stream();
    }
}
