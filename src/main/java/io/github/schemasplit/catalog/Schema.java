package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.Optional;

/**
 * A schema.
 *
 * @param oid its OID
 * @param name its name
 * @param owner its owner
 * @param acl its ACL, empty for the defaults
 */
public record Schema(long oid, Identifier name, Identifier owner, Optional<Acl> acl) implements CatalogObject {

    /** Whether the schema is one that the server keeps for itself. */
    public static boolean isReserved(Identifier name) {
        return name.value().startsWith("pg_") || name.value().equals("information_schema");
    }

    @Override
    public ObjectId id() {
        return new ObjectId(Catalog.PG_NAMESPACE, oid);
    }

    @Override
    public String describe() {
        return "schema " + name;
    }

    @Override
    public String state() {
        return toString();
    }
}
