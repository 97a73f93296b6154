package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A rewrite rule; the query of a view is its rule {@code _RETURN}.
 *
 * @param oid its OID
 * @param name its name
 * @param relation the OID of the relation it is on
 * @param attributes everything else that its row holds, as one text
 */
public record Rule(long oid, Identifier name, long relation, String attributes) implements CatalogObject {
    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_REWRITE, oid);
    }

    @Override
    public String describe() {
        return "rule " + name;
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
