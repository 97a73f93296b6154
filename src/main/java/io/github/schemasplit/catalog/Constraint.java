package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A constraint of a table or domain.
 *
 * @param oid its OID
 * @param name its name
 * @param kind {@code contype}: c check, f foreign key, n not null, p primary key, u unique, t trigger, x exclusion
 * @param relation the table's OID; 0 for a constraint of a domain
 * @param columns the constrained columns, in order
 * @param referencedRelation for a foreign key, the table it references
 * @param referencedColumns for a foreign key, the referenced columns, in the order of {@code columns}
 * @param inherited whether it only repeats the constraint of a partitioned or parent table
 * @param schema the schema that it is in, where that can be another than its table's: for a foreign key that a partition has from
 *     its parent
 * @param attributes everything else that its row holds, as one text
 */
public record Constraint(
        long oid,
        Identifier name,
        char kind,
        long relation,
        List<Integer> columns,
        OptionalLong referencedRelation,
        List<Integer> referencedColumns,
        boolean inherited,
        Optional<Identifier> schema,
        String attributes)
        implements CatalogObject {
    public Constraint {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }

    public boolean isForeignKey() {
        return kind == 'f';
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_CONSTRAINT, oid);
    }

    @Override
    public String describe() {
        return "constraint " + name;
    }

    @Override
    public Optional<ObjectId> partOf() {
        return relation == 0 ? Optional.empty() : Optional.of(ObjectId.relation(relation));
    }

    @Override
    public String state() {
        return new StateText()
                .add(name)
                .add(kind)
                .add(relation)
                .addAll(columns)
                .add(referencedRelation.orElse(0))
                .addAll(referencedColumns)
                .add(inherited)
                .add(attributes)
                .toString();
    }
}
