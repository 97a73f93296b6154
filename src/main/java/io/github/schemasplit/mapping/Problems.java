package io.github.schemasplit.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The problems found so far. */
final class Problems {
    private static final Comparator<MappingProblem> AS_WRITTEN = Comparator.comparing(
                    (MappingProblem p) -> p.origin().source())
            .thenComparingInt(p -> p.origin().line())
            .thenComparingInt(p -> p.origin().column());

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
        return found.stream().sorted(AS_WRITTEN).toList();
    }

    /** The end of a message about something that is none of those that there are: what to write, the nearest first. */
    static String writeOneOf(String written, Collection<String> candidates) {
        List<String> nearest = Nearest.to(written, candidates, 1);
        String all = String.join(", ", candidates);
        return nearest.isEmpty()
                ? "; write one of " + all
                : "; did you mean " + nearest.get(0) + "? Write one of " + all;
    }
}
