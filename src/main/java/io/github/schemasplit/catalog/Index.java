package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/**
 * An index. It moves with its table and bears the table's schema.
 *
 * @param oid its OID as a relation
 * @param name its name
 * @param relation the table's OID
 * @param leadingColumn the number of the column that a query can search by it; 0 when it begins with an expression or is not valid
 * @param attributes everything else that its rows hold, as one text without volatile parts
 */
public record Index(long oid, QualifiedName name, long relation, int leadingColumn, String attributes)
        implements CatalogObject {
    @Override
    public ObjectId id() {
        return ObjectId.relation(oid);
    }

    @Override
    public String describe() {
        return "index " + name;
    }

    @Override
    public Optional<Identifier> inSchema() {
        return Optional.of(name.schema());
    }

    @Override
    public Optional<ObjectId> partOf() {
        return Optional.of(ObjectId.relation(relation));
    }

    @Override
    public String state() {
        return new StateText().add(name.name()).add(relation).add(attributes).toString();
    }
}
