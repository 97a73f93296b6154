package io.github.schemasplit.jdbc;

import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.plan.GrantOnSchema;
import io.github.schemasplit.plan.Operation;
import io.github.schemasplit.plan.RevokeOnSchema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Literal;

/** GRANT and REVOKE only warn when they could not do what they say, so it is looked up in the ACL whether they did. */
final class GrantCheck {
    private GrantCheck() {}

    /** Adds the check of an operation, when it is a GRANT or a REVOKE. */
    static void add(Block block, Operation operation) {
        if (operation instanceof GrantOnSchema grant) {
            block.raiseIf(
                    "NOT " + exists(grant.schema(), grant.privilege(), grant.grantee(), ""),
                    SqlStates.REFUSED,
                    "no privileges were granted");
        } else if (operation instanceof RevokeOnSchema revoke) {
            // What another grantor gave stays, and was not ours to take.
            block.raiseIf(
                    exists(revoke.schema(), revoke.privilege(), revoke.grantee(), " AND a.grantor = n.nspowner"),
                    SqlStates.REFUSED,
                    "no privileges could be revoked");
        }
    }

    private static String exists(Identifier schema, Privilege privilege, Grantee grantee, String condition) {
        String role = grantee.role().isPresent()
                ? "(SELECT r.oid FROM pg_roles r WHERE r.rolname = "
                        + Literal.of(grantee.role().get().value()).sql() + ")"
                : "0";
        return "EXISTS (SELECT FROM pg_namespace n CROSS JOIN LATERAL aclexplode(n.nspacl) a WHERE n.nspname = "
                + Literal.of(schema.value()).sql() + " AND a.privilege_type = "
                + Literal.of(privilege.sql()).sql() + " AND a.grantee = " + role + condition + ")";
    }
}
