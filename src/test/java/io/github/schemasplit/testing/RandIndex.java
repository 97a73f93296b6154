package io.github.schemasplit.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike two ways are of parting the same things: 1 where they are the same, 0 where they are as alike as by chance.
 *
 * @see <a href="https://doi.org/10.1007/BF01908075">Hubert, Arabie: Comparing partitions</a>
 */
public final class RandIndex {
    private RandIndex() {}

    /** The adjusted Rand index of what both have a part for. */
    public static <T> double adjusted(Map<T, ?> one, Map<T, ?> other) {
        Map<Object, Integer> ones = new HashMap<>();
        Map<Object, Integer> others = new HashMap<>();
        Map<Object, Integer> both = new HashMap<>();
        int things = 0;
        for (T thing : one.keySet()) {
            if (other.containsKey(thing)) {
                things++;
                ones.merge(one.get(thing), 1, Integer::sum);
                others.merge(other.get(thing), 1, Integer::sum);
                both.merge(List.of(one.get(thing), other.get(thing)), 1, Integer::sum);
            }
        }
        double expected = pairs(ones.values()) * pairs(others.values()) / pairs(List.of(things));
        double most = (pairs(ones.values()) + pairs(others.values())) / 2;
        return (pairs(both.values()) - expected) / (most - expected);
    }

    private static double pairs(Collection<Integer> sizes) {
        return sizes.stream().mapToDouble(n -> n * (n - 1.0) / 2).sum();
    }
}
