package io.github.schemasplit.proposal;

import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Gives names that the user fixed to groups of tables: each to the one whose tables' names fit best, the rest in order of size. */
final class NameFit {
    /** Words as long as this are the same where one begins with the other: {@code bank}, {@code banking}. */
    private static final int STEM = 4;

    /** What it counts that a table's name begins with a word of the schema's, has it elsewhere, or has one like it. */
    private static final int BEGINS = 4;

    private static final int EQUAL = 2;
    private static final int ALIKE = 1;

    private final Map<Identifier, Set<String>> words = new HashMap<>();

    private NameFit(List<Identifier> names) {
        Map<String, Integer> uses = new HashMap<>();
        for (Identifier name : names) {
            Set<String> own = stems(name);
            own.forEach(word -> uses.merge(word, 1, Integer::sum));
            words.put(name, own);
        }
        // What several names have tells nothing of one.
        words.values().forEach(own -> own.removeIf(word -> uses.getOrDefault(word, 0) > 1));
    }

    private record Pair(int name, int group, long fitting, double share) {}

    /**
     * The name of each group, in the order of these.
     *
     * @param names as many as there are groups
     * @param groups the largest first
     */
    static List<SchemaNames.Named> of(List<Identifier> names, List<List<Identifier>> groups) {
        NameFit fit = new NameFit(names);
        List<Pair> pairs = new ArrayList<>();
        for (int name = 0; name < names.size(); name++) {
            for (int group = 0; group < groups.size(); group++) {
                List<Integer> points = fit.points(names.get(name), groups.get(group));
                if (!points.isEmpty()) {
                    double all = points.stream().mapToInt(p -> p).sum();
                    pairs.add(new Pair(
                            name, group, points.size(), all / groups.get(group).size()));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair p) -> -p.share())
                .thenComparingInt(Pair::name)
                .thenComparingInt(Pair::group));
        Map<Integer, SchemaNames.Named> named = new TreeMap<>();
        Set<Integer> given = new HashSet<>();
        for (Pair pair : pairs) {
            if (!named.containsKey(pair.group()) && given.add(pair.name())) {
                named.put(
                        pair.group(),
                        new SchemaNames.Named(
                                names.get(pair.name()),
                                "named by you; a word of it is in the names of "
                                        + (pair.fitting()
                                                        == groups.get(pair.group())
                                                                .size()
                                                ? "all"
                                                : pair.fitting() + " of them")));
            }
        }
        List<Identifier> rest = new ArrayList<>();
        for (int name = 0; name < names.size(); name++) {
            if (!given.contains(name)) {
                rest.add(names.get(name));
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            if (!named.containsKey(group)) {
                named.put(
                        group,
                        new SchemaNames.Named(
                                rest.remove(0), "named by you; it fits no names of tables, and goes by size"));
            }
        }
        return List.copyOf(named.values());
    }

    /** How well it fits each table that it fits. */
    private List<Integer> points(Identifier name, List<Identifier> group) {
        List<Integer> points = new ArrayList<>();
        for (Identifier table : group) {
            int best = 0;
            for (String own : words.getOrDefault(name, Set.of())) {
                List<TableWords.Word> all = TableWords.of(table);
                for (int at = 0; at < all.size(); at++) {
                    best = Math.max(best, points(own, all.get(at).stem(), at == 0));
                }
            }
            if (best > 0) {
                points.add(best);
            }
        }
        return points;
    }

    private static int points(String one, String other, boolean first) {
        if (one.equals(other)) {
            return first ? BEGINS : EQUAL;
        }
        boolean same =
                Math.min(one.length(), other.length()) >= STEM && (one.startsWith(other) || other.startsWith(one));
        return same ? ALIKE : 0;
    }

    private static Set<String> stems(Identifier name) {
        Set<String> stems = new HashSet<>();
        TableWords.of(name).forEach(word -> stems.add(word.stem()));
        return stems;
    }
}
