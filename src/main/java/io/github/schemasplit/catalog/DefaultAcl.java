package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * The default privileges that ALTER DEFAULT PRIVILEGES set.
 *
 * @param oid its OID
 * @param role whose new objects get them
 * @param schema in which schema; empty for every one
 * @param objectType {@code defaclobjtype}: r relation, S sequence, f routine, T type, n schema, L large object
 * @param acl what new objects get
 */
public record DefaultAcl(long oid, Identifier role, Optional<Identifier> schema, char objectType, Acl acl)
        implements CatalogObject {
    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_DEFAULT_ACL, oid);
    }

    @Override
    public String describe() {
        return "default privileges of role " + role
                + schema.map(s -> " in schema " + s).orElse("");
    }

    @Override
    public Optional<Identifier> inSchema() {
        return schema;
    }

    @Override
    public String state() {
        return new StateText()
                .add(role)
                .add(schema.map(Identifier::value).orElse(""))
                .add(objectType)
                .add(Optional.of(acl))
                .toString();
    }
}
