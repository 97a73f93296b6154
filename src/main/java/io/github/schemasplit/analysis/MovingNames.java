package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.StatisticsObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The names, without schemas, of what moves and of the sequences that go with it, and what bears them. */
final class MovingNames {
    private final Map<String, String> bearers = new TreeMap<>();

    MovingNames(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        assignment
                .moves()
                .filter(p -> !(p.object() instanceof StatisticsObject))
                .forEach(p -> {
                    bearers.put(p.current().name().value(), p.object().describe());
                    sequences
                            .ownedBy(p.object().id())
                            .forEach(s -> bearers.put(s.name().name().value(), s.describe()));
                });
    }

    boolean isEmpty() {
        return bearers.isEmpty();
    }

    /** What bears one of these names, by name. */
    List<String> bearers(Set<String> names) {
        return names.stream()
                .filter(bearers::containsKey)
                .sorted()
                .map(bearers::get)
                .toList();
    }
}
