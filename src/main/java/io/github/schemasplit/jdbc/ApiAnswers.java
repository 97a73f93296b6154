package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an API answered to requests.
 *
 * @param byTable by what the table is called: who asked for what, and the answer
 */
public record ApiAnswers(SortedMap<QualifiedName, SortedMap<String, String>> byTable) {
    /** What is refused for lack of rights. */
    static final String REFUSED = "refused";

    private static final String NOT_ASKED = "not asked";

    public ApiAnswers {
        SortedMap<QualifiedName, SortedMap<String, String>> copy = new TreeMap<>();
        byTable.forEach((table, answers) -> copy.put(table, Collections.unmodifiableSortedMap(new TreeMap<>(answers))));
        byTable = Collections.unmodifiableSortedMap(copy);
    }

    /** Those about some tables alone. */
    public ApiAnswers about(Collection<QualifiedName> tables) {
        SortedMap<QualifiedName, SortedMap<String, String>> left = new TreeMap<>(byTable);
        left.keySet().retainAll(tables);
        return new ApiAnswers(left);
    }

    /** How many there are. */
    public int size() {
        return byTable.values().stream().mapToInt(Map::size).sum();
    }

    /** How many are rows, read or written, and be it none. */
    public long granted() {
        return byTable.values().stream()
                .flatMap(answers -> answers.values().stream())
                .filter(answer -> answer.contains(ApiRequest.ROWS))
                .count();
    }

    /** Where later answers to the same requests differ, a line each. */
    public List<String> differences(ApiAnswers later) {
        List<String> lines = new ArrayList<>();
        for (QualifiedName table : keys(byTable, later.byTable)) {
            SortedMap<String, String> before = byTable.getOrDefault(table, Collections.emptySortedMap());
            SortedMap<String, String> after = later.byTable.getOrDefault(table, Collections.emptySortedMap());
            for (String request : keys(before, after)) {
                String expected = before.getOrDefault(request, NOT_ASKED);
                String actual = after.getOrDefault(request, NOT_ASKED);
                if (!expected.equals(actual)) {
                    lines.add(table + ", " + request + ": " + expected + ", and now " + actual);
                }
            }
        }
        return lines;
    }

    private static <K extends Comparable<K>> SortedSet<K> keys(Map<K, ?> some, Map<K, ?> others) {
        SortedSet<K> keys = new TreeSet<>(some.keySet());
        keys.addAll(others.keySet());
        return keys;
    }
}
