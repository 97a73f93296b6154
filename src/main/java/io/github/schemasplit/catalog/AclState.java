package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is granted on something: on all of it, and on its columns.
 *
 * @param items the list, in order
 * @param columns the columns on which something is granted, by number; only a relation has any
 */
public record AclState(List<AclItem> items, List<OfColumn> columns) {
    public AclState {
        items = List.copyOf(items);
        columns = columns.stream().filter(c -> !c.items().isEmpty()).toList();
    }

    /** Of what has no columns. */
    public static AclState of(List<AclItem> items) {
        return new AclState(items, List.of());
    }

    /** The list of a column, which is empty where nothing is granted on it. */
    public List<AclItem> column(int number) {
        return columns.stream()
                .filter(c -> c.number() == number)
                .findFirst()
                .map(OfColumn::items)
                .orElse(List.of());
    }

    /** The items of all its lists. */
    public List<AclItem> all() {
        return Stream.concat(items.stream(), columns.stream().flatMap(column -> column.items().stream()))
                .toList();
    }

    /** Whether a role holds, or has granted, any of it. */
    public boolean names(Identifier role) {
        return all().stream()
                .anyMatch(item -> item.grantee().equals(Grantee.of(role))
                        || item.grantor().equals(role));
    }

    /**
     * @param number {@code attnum}
     * @param name the column's name
     * @param items its list, in order
     */
    public record OfColumn(int number, Identifier name, List<AclItem> items) {
        public OfColumn {
            items = List.copyOf(items);
        }
    }
}
