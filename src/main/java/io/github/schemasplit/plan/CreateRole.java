package io.github.schemasplit.plan;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;

/**
 * {@code CREATE ROLE … NOLOGIN}: a role that privileges and policies are for, and nothing more.
 *
 * @param role the role
 * @param creator who makes it
 * @param reason why
 */
public record CreateRole(Identifier role, Identifier creator, String reason) implements RoleOperation {
    @Override
    public Statement statement() {
        return Statement.of("CREATE ROLE %s NOLOGIN", role);
    }

    @Override
    public DropRole inverse() {
        return new DropRole(role, creator, reason);
    }
}
