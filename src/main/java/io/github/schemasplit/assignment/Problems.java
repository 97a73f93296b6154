package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The problems found so far. */
final class Problems {
    private record Found(MappingEntry entry, EntryProblem problem) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            return entry.compareTo(other.entry);
        }
    }

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
        Collections.sort(found);
        List<EntryProblem> problems = new ArrayList<>();
        for (Found one : found) {
            problems.add(one.problem());
        }
        return problems;
    }

    private void add(MappingEntry entry, EntryProblem problem) {
        found.add(new Found(entry, problem));
    }
}
