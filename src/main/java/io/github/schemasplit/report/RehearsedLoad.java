package io.github.schemasplit.report;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What clients met that worked while the copy was migrated.
 *
 * @param clients how many they were
 * @param runs how often they ran the whole script meanwhile
 * @param failures how often a statement failed, by the statement and what the server said
 * @param longestBefore the longest that a statement took before the migration began
 * @param longest the longest that one took from then on
 * @param longestStatement which that was
 */
public record RehearsedLoad(
        int clients,
        long runs,
        SortedMap<String, Long> failures,
        Duration longestBefore,
        Duration longest,
        String longestStatement) {
    public RehearsedLoad {
        failures = new TreeMap<>(Map.copyOf(failures));
    }
}
