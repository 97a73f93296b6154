package io.github.schemasplit.analysis;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many foreign keys run from which schema to which, once everything has moved.
 *
 * @param schemas rows and columns: the target schemas in the mapping's order, then the source schema, then others by name
 * @param counts the counts that are not zero
 */
public record ForeignKeyMatrix(List<Identifier> schemas, Map<Cell, Long> counts) {
    public ForeignKeyMatrix {
        schemas = List.copyOf(schemas);
        counts = Map.copyOf(counts);
    }

    /**
     * @param from the schema of the tables that have the foreign keys
     * @param to the schema of the tables that they reference
     */
    public record Cell(Identifier from, Identifier to) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Cell cell && from.equals(cell.from) && to.equals(cell.to));
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + to.hashCode();
        }
    }

    public long count(Identifier from, Identifier to) {
        return counts.getOrDefault(new Cell(from, to), 0L);
    }
}
