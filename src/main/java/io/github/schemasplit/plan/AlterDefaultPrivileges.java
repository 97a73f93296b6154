package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.DefaultAcl;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.SqlPart;
import io.github.schemasplit.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER DEFAULT PRIVILEGES … IN SCHEMA}: what objects that a role will make in a schema are granted to one grantee.
 *
 * @param grant whether it grants; it revokes otherwise
 * @param role whose new objects
 * @param schema in which schema
 * @param objects which kind of object
 * @param privileges what is granted or revoked, in order, not empty
 * @param grantee to or from whom
 * @param scope whether it is about the privileges, the right to grant them on, or both
 * @param reason why
 */
public record AlterDefaultPrivileges(
        boolean grant,
        Identifier role,
        Identifier schema,
        DefaultAclObjects objects,
        List<Privilege> privileges,
        Grantee grantee,
        GrantScope scope,
        String reason)
        implements Operation {
    public AlterDefaultPrivileges {
        privileges = List.copyOf(privileges);
        if (privileges.isEmpty()) {
            throw new IllegalArgumentException("no privileges for " + grantee);
        }
    }

    @Override
    public Statement statement() {
        SqlPart list = Statement.list(privileges);
        SqlPart action = grant
                ? Statement.of("GRANT %s ON %s TO %s%s", list, objects, grantee, new Statement(scope.inGrant()))
                : Statement.of("REVOKE %s%s ON %s FROM %s", new Statement(scope.inRevoke()), list, objects, grantee);
        return Statement.of("ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s %s", role, schema, action);
    }

    @Override
    public AlterDefaultPrivileges inverse() {
        return new AlterDefaultPrivileges(!grant, role, schema, objects, privileges, grantee, scope, reason);
    }

    @Override
    public boolean changes(CatalogObject object) {
        return object instanceof DefaultAcl other
                && other.role().equals(role)
                && other.schema().equals(Optional.of(schema))
                && objects.isLetter(other.objectType());
    }

    @Override
    public String subject() {
        return "default privileges of role " + role + " in schema " + schema;
    }
}
