package io.github.schemasplit.analysis;

import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;

/**
 * A foreign key, where it is now and between which schemas it will run.
 *
 * @param name the constraint's name, unique among the constraints of {@code from} only
 * @param from the table that has it, under its present name
 * @param columns its columns, in order
 * @param to the table that it references, under its present name
 * @param referencedColumns the columns it references, in the order of {@code columns}
 * @param fromSchema the schema that {@code from} will be in
 * @param toSchema the schema that {@code to} will be in
 */
public record ForeignKey(
        Identifier name,
        QualifiedName from,
        List<Identifier> columns,
        QualifiedName to,
        List<Identifier> referencedColumns,
        Identifier fromSchema,
        Identifier toSchema) {
    static final Comparator<ForeignKey> BY_TABLE_AND_NAME = new ByTableAndName();

    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    /** Whether it will run from one schema to another. */
    public boolean crossesSchemas() {
        return !fromSchema.equals(toSchema);
    }

    /** It as a crossing, by the names once everything has moved. */
    Crossing crossing() {
        return Crossing.ofForeignKey(from.in(fromSchema), columns, to.in(toSchema), referencedColumns);
    }

    private static final class ByTableAndName implements Comparator<ForeignKey> {
        @Override
        public int compare(ForeignKey one, ForeignKey other) {
            int byTable = one.from().compareTo(other.from());
            return byTable != 0 ? byTable : one.name().compareTo(other.name());
        }
    }
}
