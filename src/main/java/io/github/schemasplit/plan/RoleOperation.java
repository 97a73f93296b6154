package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Role;
import io.github.schemasplit.sql.Identifier;

/** An operation on a role, which all databases of the server share. */
public sealed interface RoleOperation extends AccessOperation permits CreateRole, DropRole {
    /** The role. */
    Identifier role();

    /** Who makes it: from PostgreSQL 16 on the server makes that role a member of it, unless it is a superuser. */
    Identifier creator();

    @Override
    default boolean changes(CatalogObject object) {
        return object instanceof Role other
                && (other.name().equals(role()) || other.name().equals(creator()));
    }

    @Override
    default String subject() {
        return "role " + role();
    }
}
