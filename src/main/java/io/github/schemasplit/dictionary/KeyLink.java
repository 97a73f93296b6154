package io.github.schemasplit.dictionary;

import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Relation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A foreign key.
 *
 * @param key the constraint
 * @param from the table that has it
 * @param to the table that it references
 */
record KeyLink(Constraint key, Relation from, Relation to) {
    static final Comparator<KeyLink> BY_NAME = Comparator.comparing(
                    (KeyLink link) -> link.from().name())
            .thenComparing(link -> link.key().name())
            .thenComparing(link -> link.to().name());

    boolean isCrossing() {
        return !from.name().schema().equals(to.name().schema());
    }

    String columns() {
        return columns(from, key.columns());
    }

    String referencedColumns() {
        return columns(to, key.referencedColumns());
    }

    private static String columns(Relation relation, List<Integer> numbers) {
        return numbers.stream()
                .flatMap(number -> relation.column(number).stream())
                .map(column -> column.name().sql())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
