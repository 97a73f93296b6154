package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * An ACL that says what none would say counts as none: no command brings back the lack of one after a GRANT and its REVOKE.
     */
    @Override
    public String state() {
        return new StateText()
                .add(name)
                .add(owner)
                .add(acl.equals(Optional.of(defaults())) ? Optional.empty() : acl)
                .toString();
    }

    private Acl defaults() {
        Set<Privilege> all = EnumSet.of(Privilege.USAGE, Privilege.CREATE);
        return new Acl(List.of(new AclItem(Grantee.of(owner), all, Set.of(), owner)));
    }
}
