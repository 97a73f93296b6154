package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, view, sequence or composite type.
 *
 * @param oid its OID
 * @param name its name
 * @param kind its kind
 * @param owner its owner
 * @param acl its ACL, empty for the defaults
 * @param temporary whether it is a temporary relation
 * @param unlogged whether it is an unlogged relation, which no publication can hold
 * @param partition whether it is a partition of another table
 * @param rowSecurity whether row security is enabled
 * @param rowSecurityForced whether its owner is subject to it too
 * @param securityInvoker whether it is a view that reads with the rights of its reader
 * @param parents the tables it inherits from or is a partition of, in order, by OID
 * @param foreignOptions for a foreign table its options, as {@code name=value}; else none
 * @param columns its columns in order, without dropped ones
 * @param attributes everything else that its row and the row of its kind's own catalog hold, as one text without volatile parts
 * @param rowEstimate rows at the last VACUUM or ANALYZE; negative when there was none, and for a partitioned table, whose partitions
 *     have the rows
 * @param bytes main-fork size at the last VACUUM or ANALYZE, without indexes and TOAST
 */
public record Relation(
        long oid,
        QualifiedName name,
        RelationKind kind,
        Identifier owner,
        Optional<Acl> acl,
        boolean temporary,
        boolean unlogged,
        boolean partition,
        boolean rowSecurity,
        boolean rowSecurityForced,
        boolean securityInvoker,
        List<Long> parents,
        List<String> foreignOptions,
        List<Column> columns,
        String attributes,
        long rowEstimate,
        long bytes)
        implements SchemaObject {
    public Relation {
        parents = List.copyOf(parents);
        foreignOptions = List.copyOf(foreignOptions);
        columns = List.copyOf(columns);
    }

    // Of its own, as with Identifier: in a build, a record's are slow, and more so for each of so many components.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Relation relation && oid == relation.oid && rest().equals(relation.rest()));
    }

    /** Of the OID alone: relations are keys of many maps, and no two of one snapshot share it. */
    @Override
    public int hashCode() {
        return Long.hashCode(oid);
    }

    private List<Object> rest() {
        return List.of(
                name,
                kind,
                owner,
                acl,
                temporary,
                unlogged,
                partition,
                rowSecurity,
                rowSecurityForced,
                securityInvoker,
                parents,
                foreignOptions,
                columns,
                attributes,
                rowEstimate,
                bytes);
    }

    @Override
    public ObjectId id() {
        return ObjectId.relation(oid);
    }

    @Override
    public String describe() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name;
    }

    /** The column of that number, if it is there and not dropped. */
    public Optional<Column> column(int number) {
        for (Column column : columns) {
            if (column.number() == number) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    @Override
    public String state() {
        return new StateText()
                .add(name.name())
                .add(kind.name())
                .add(owner)
                .add(acl)
                .add(partition)
                .add(rowSecurity)
                .add(rowSecurityForced)
                .addAll(parents)
                .addAll(foreignOptions)
                .addColumns(columns)
                .add(attributes)
                .toString();
    }
}
