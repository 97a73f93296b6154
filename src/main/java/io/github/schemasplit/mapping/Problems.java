package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The problems found so far. */
final class Problems {
    private final List<MappingProblem> found = new ArrayList<>();

    void add(Origin origin, String message) {
        found.add(new MappingProblem(origin, message));
    }

    void addAll(Collection<MappingProblem> problems) {
        found.addAll(problems);
    }

    /** Notes that there is something else than what was wanted. */
    void wrongType(String name, MappingNode found, String wanted) {
        add(found.origin(), name + " wants " + wanted + ", and here is " + found.describe());
    }

    /** All of them, by source and place. */
    List<MappingProblem> all() {
        List<MappingProblem> sorted = new ArrayList<>(found);
        sorted.sort(new AsWritten());
        return List.copyOf(sorted);
    }

    /** The end of a message about something that is none of those that there are: what to write, the nearest first. */
    static String writeOneOf(String written, Collection<String> candidates) {
        List<String> nearest = Nearest.to(written, candidates, 1);
        String all = String.join(", ", candidates);
        return nearest.isEmpty()
                ? "; write one of " + all
                : "; did you mean " + nearest.get(0) + "? Write one of " + all;
    }

    private static final class AsWritten implements Comparator<MappingProblem> {
        @Override
        public int compare(MappingProblem one, MappingProblem other) {
            int bySource = one.origin().source().compareTo(other.origin().source());
            if (bySource != 0) {
                return bySource;
            }
            int byLine = Integer.compare(one.origin().line(), other.origin().line());
            return byLine != 0
                    ? byLine
                    : Integer.compare(one.origin().column(), other.origin().column());
        }
    }
}
