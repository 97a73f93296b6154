package io.github.schemasplit.sourcecode;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the files that were not read, by why. */
final class NotLookedAt {
    private final Map<String, Refactoring.NotLookedAt> counts = new TreeMap<>();

    /** One more file, which holds the name of something that moves, or not. */
    void add(String why, String file, boolean names) {
        Refactoring.NotLookedAt before = counts.get(why);
        if (before == null) {
            counts.put(why, new Refactoring.NotLookedAt(why, 1, names ? 1 : 0, file));
        } else {
            boolean better = names && before.naming() == 0;
            counts.put(
                    why,
                    new Refactoring.NotLookedAt(
                            why,
                            before.files() + 1,
                            before.naming() + (names ? 1 : 0),
                            better ? file : before.example()));
        }
    }

    /** Those with names first. */
    List<Refactoring.NotLookedAt> all() {
        return counts.values().stream()
                .sorted(Comparator.comparingInt(Refactoring.NotLookedAt::naming).reversed())
                .toList();
    }
}
