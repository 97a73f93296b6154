package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far. */
final class Problems {
    private record Found(MappingEntry entry, EntryProblem problem) {}

    private record Pair(MappingEntry entry, MappingEntry other) {}

    private final List<Found> found = new ArrayList<>();
    private final Set<Pair> pairs = new HashSet<>();

    void notFound(MappingEntry entry, List<String> nearest) {
        add(entry, new EntryProblem.NotFound(entry.kind(), entry.pattern(), entry.target(), nearest));
    }

    void matchesNothing(MappingEntry entry) {
        add(entry, new EntryProblem.MatchesNothing(entry.kind(), entry.pattern(), entry.target()));
    }

    void cannotMove(MappingEntry entry, CatalogObject object, String reason) {
        add(entry, new EntryProblem.CannotMove(entry.kind(), entry.pattern(), entry.target(), object, reason));
    }

    /** Says it once for each pair of entries, however many objects they share. */
    void namedTwice(MappingEntry entry, MappingEntry other, CatalogObject object) {
        if (pairs.add(new Pair(entry, other))) {
            add(
                    entry,
                    new EntryProblem.NamedTwice(
                            entry.kind(), entry.pattern(), entry.target(), object, other.pattern(), other.target()));
        }
    }

    /** All of them in the mapping's order. */
    List<EntryProblem> inMappingOrder() {
        return found.stream()
                .sorted(Comparator.comparing(Found::entry))
                .map(Found::problem)
                .toList();
    }

    private void add(MappingEntry entry, EntryProblem problem) {
        found.add(new Found(entry, problem));
    }
}
