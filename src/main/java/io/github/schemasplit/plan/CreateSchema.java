package io.github.schemasplit.plan;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code CREATE SCHEMA}.
 *
 * @param schema its name
 * @param owner its owner; the role that carries out the plan when empty
 * @param reason why
 */
public record CreateSchema(Identifier schema, Optional<Identifier> owner, String reason) implements SchemaOperation {
    @Override
    public Statement statement() {
        return owner.map(o -> Statement.of("CREATE SCHEMA %s AUTHORIZATION %s", schema, o))
                .orElseGet(() -> Statement.of("CREATE SCHEMA %s", schema));
    }

    @Override
    public DropSchema inverse() {
        return new DropSchema(schema, owner, reason);
    }
}
