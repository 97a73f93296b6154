package io.github.schemasplit.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The names that somebody may have meant who wrote another one: a letter too many, too few, wrong, or two swapped.
 *
 * <p>Upper and lower case count as the same, since a name of the wrong case is the commonest mistake of all. Names that
 * differ in more than a third of their letters are no suggestion.
 */
public final class Nearest {
    private record Candidate(String name, int distance) {}

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name);

    private Nearest() {}

    /**
     * The candidates that are much like a name.
     *
     * @param name what was written
     * @param candidates what would have been right
     * @param limit how many to give at most
     * @return those that are near, the nearest first, then by name; each once
     */
    public static List<String> to(String name, Collection<String> candidates, int limit) {
        int[] wanted = letters(name);
        return candidates.stream()
                .distinct()
                .map(candidate -> new Candidate(candidate, distance(wanted, letters(candidate))))
                .filter(candidate -> candidate.distance() <= farthest(wanted.length))
                .sorted(BEST_FIRST)
                .limit(limit)
                .map(Candidate::name)
                .toList();
    }

    /** How many mistakes a name of that many letters may hold. */
    private static int farthest(int letters) {
        return letters < 2 ? 0 : Math.max(1, letters / 3);
    }

    private static int[] letters(String name) {
        return name.codePoints().map(Character::toLowerCase).toArray();
    }

    /** The least number of letters to insert, leave out, replace, or swap with their neighbour; anything above the bound is as good. */
    private static int distance(int[] from, int[] to) {
        int bound = farthest(from.length);
        if (Math.abs(from.length - to.length) > bound) {
            return bound + 1;
        }
        int[] beforeLast = new int[to.length + 1];
        int[] last = new int[to.length + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= from.length; i++) {
            int[] row = new int[to.length + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= to.length; j++) {
                int replace = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > bound + 1) {
                return bound + 1;
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length];
    }
}
