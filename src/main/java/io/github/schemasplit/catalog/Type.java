package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/**
 * A data type: row types of relations and array types too, since they take names in a schema.
 *
 * @param oid its OID
 * @param name its name
 * @param kind {@code typtype}: b base, c composite, d domain, e enum, m multirange, p pseudo, r range
 * @param owner its owner
 * @param acl its ACL, empty for the defaults
 * @param relation the OID of the relation whose row type it is; 0 when it is none
 * @param arrayOf the OID of the type whose array type it is; 0 when it is none
 * @param attributes everything else that its row and the row of its kind's own catalog hold, as one text
 */
public record Type(
        long oid,
        QualifiedName name,
        char kind,
        Identifier owner,
        Optional<Acl> acl,
        long relation,
        long arrayOf,
        String attributes)
        implements SchemaObject {
    /** Whether it was made by itself, as an array type or as a row type. */
    public boolean isImplicit() {
        return arrayOf != 0 || (relation != 0 && kind == 'c');
    }

    /** Of the OID alone, as a relation's. */
    @Override
    public int hashCode() {
        return Long.hashCode(oid);
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_TYPE, oid);
    }

    @Override
    public String describe() {
        return (kind == 'd' ? "domain " : "type ") + name;
    }

    @Override
    public Optional<ObjectId> partOf() {
        if (arrayOf != 0) {
            return Optional.of(new ObjectId(Catalog.PG_TYPE, arrayOf));
        }
        return relation != 0 ? Optional.of(ObjectId.relation(relation)) : Optional.empty();
    }

    @Override
    public String state() {
        return new StateText()
                .add(name.name())
                .add(kind)
                .add(owner)
                .add(acl)
                .add(relation)
                .add(arrayOf)
                .add(attributes)
                .toString();
    }
}
