package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;

/**
 * {@code REVOKE … ON SCHEMA}: one privilege, one grantee.
 *
 * @param privilege the privilege
 * @param schema the schema
 * @param grantee who gets or loses it
 * @param reason why
 */
public record RevokeOnSchema(Privilege privilege, Identifier schema, Grantee grantee, String reason)
        implements SchemaOperation {
    @Override
    public Statement statement() {
        return Statement.of("REVOKE %s ON SCHEMA %s FROM %s", privilege, schema, grantee);
    }

    @Override
    public GrantOnSchema inverse() {
        return new GrantOnSchema(privilege, schema, grantee, reason);
    }
}
