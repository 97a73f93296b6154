package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A row-security policy.
 *
 * @param oid its OID
 * @param name its name
 * @param relation the OID of the relation it is on
 * @param attributes everything else that its row holds, as one text
 */
public record Policy(long oid, Identifier name, long relation, String attributes) implements CatalogObject {
    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_POLICY, oid);
    }

    @Override
    public String describe() {
        return "policy " + name;
    }

    @Override
    public Optional<ObjectId> partOf() {
        return Optional.of(ObjectId.relation(relation));
    }

    @Override
    public String state() {
        return new StateText().add(name).add(relation).add(attributes).toString();
    }
}
