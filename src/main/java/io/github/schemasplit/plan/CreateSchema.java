package io.github.schemasplit.plan;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;

/**
 * {@code CREATE SCHEMA … AUTHORIZATION}: who owns it does not depend on who runs the statement.
 *
 * @param schema its name
 * @param owner its owner
 * @param reason why
 */
public record CreateSchema(Identifier schema, Identifier owner, String reason) implements SchemaOperation {
    @Override
    public Statement statement() {
        return Statement.of("CREATE SCHEMA %s AUTHORIZATION %s", schema, owner);
    }

    @Override
    public DropSchema inverse() {
        return new DropSchema(schema, owner, reason);
    }
}
