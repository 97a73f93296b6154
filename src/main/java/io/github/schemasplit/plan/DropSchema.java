package io.github.schemasplit.plan;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;

/**
 * {@code DROP SCHEMA … RESTRICT} of a schema that this tool made. It fails when something is left in it.
 *
 * @param schema its name
 * @param owner the owner it was made with
 * @param reason why it was made
 */
public record DropSchema(Identifier schema, Identifier owner, String reason) implements SchemaOperation {
    @Override
    public Statement statement() {
        return Statement.of("DROP SCHEMA %s RESTRICT", schema);
    }

    @Override
    public CreateSchema inverse() {
        return new CreateSchema(schema, owner, reason);
    }
}
