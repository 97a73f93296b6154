package io.github.schemasplit.plan;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;

/**
 * {@code DROP ROLE} of a role that this tool has made. The server refuses it while the role holds or owns anything, in any database.
 *
 * @param role the role
 * @param creator who has made it
 * @param reason why
 */
public record DropRole(Identifier role, Identifier creator, String reason) implements RoleOperation {
    @Override
    public Statement statement() {
        return Statement.of("DROP ROLE %s", role);
    }

    @Override
    public CreateRole inverse() {
        return new CreateRole(role, creator, reason);
    }
}
