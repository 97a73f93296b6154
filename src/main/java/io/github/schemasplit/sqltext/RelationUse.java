package io.github.schemasplit.sqltext;

import io.github.schemasplit.sql.Identifier;
import java.util.Set;

/**
 * How a statement uses a relation that it names.
 *
 * @param acts what it does with it
 * @param fields what it asks of a row of it, as {@code t.f} or {@code f(t)}: columns, and routines that take the row
 * @param groupedBy what may be columns of it by which a query has its groups
 * @param besides what may be columns of it that such a query has outside of aggregates
 */
public record RelationUse(Set<Act> acts, Set<Identifier> fields, Set<Identifier> groupedBy, Set<Identifier> besides) {
    /** Nothing but what serves any relation. */
    public static final RelationUse PLAIN = new RelationUse(Set.of(), Set.of(), Set.of(), Set.of());

    public RelationUse {
        acts = Set.copyOf(acts);
        fields = Set.copyOf(fields);
        groupedBy = Set.copyOf(groupedBy);
        besides = Set.copyOf(besides);
    }
}
