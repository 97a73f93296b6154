package io.github.schemasplit.proposal;

import io.github.schemasplit.sql.Identifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Something that ties tables to each other, or is about one alone.
 *
 * @param kind what it is
 * @param label what it is called, for people
 * @param tables the tables, each once: of a foreign key the one that has it before the one that it refers to, else by name
 * @param strength how much it counts among those of its kind, above 0 and up to 1
 */
public record Tie(TieKind kind, String label, List<Identifier> tables, double strength) implements Comparable<Tie> {
    private static final Comparator<Tie> ORDER = Comparator.comparing(Tie::kind)
            .thenComparing(Tie::label)
            .thenComparing(tie -> tie.tables().toString())
            .thenComparing(Tie::strength);

    public Tie {
        tables = List.copyOf(tables);
    }

    /** Whether it is about one of these tables at least, and one other of them. */
    boolean joins(Identifier table, Set<Identifier> others) {
        return tables.contains(table)
                && tables.stream().anyMatch(other -> !other.equals(table) && others.contains(other));
    }

    @Override
    public int compareTo(Tie other) {
        return ORDER.compare(this, other);
    }
}
