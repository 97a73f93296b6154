package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;

/**
 * An extended statistics object. It does not follow its table.
 *
 * @param oid its OID
 * @param name its name
 * @param relation the OID of the table it is about
 * @param owner its owner
 * @param attributes everything else that its row holds, as one text
 */
public record StatisticsObject(long oid, QualifiedName name, long relation, Identifier owner, String attributes)
        implements SchemaObject {
    /** Of the OID alone, as a relation's. */
    @Override
    public int hashCode() {
        return Long.hashCode(oid);
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_STATISTIC_EXT, oid);
    }

    @Override
    public String describe() {
        return "statistics object " + name;
    }

    @Override
    public String state() {
        return new StateText()
                .add(name.name())
                .add(relation)
                .add(owner)
                .add(attributes)
                .toString();
    }
}
