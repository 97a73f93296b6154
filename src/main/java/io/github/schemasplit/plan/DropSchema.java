package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sql.Statement;
import java.util.Optional;

/**
 * {@code DROP SCHEMA … RESTRICT} of a schema that this tool made. It fails when something is left in it.
 *
 * @param schema its name
 * @param owner the owner it was made with
 * @param reason why it was made
 */
public record DropSchema(Identifier schema, Optional<Identifier> owner, String reason) implements Operation {
    @Override
    public Statement statement() {
        return Statement.of("DROP SCHEMA %s RESTRICT", schema);
    }

    @Override
    public CreateSchema inverse() {
        return new CreateSchema(schema, owner, reason);
    }

    @Override
    public LockMode lockMode() {
        return LockMode.NONE;
    }

    @Override
    public Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }

    @Override
    public boolean changes(CatalogObject object) {
        return object instanceof Schema other && other.name().equals(schema);
    }

    @Override
    public String subject() {
        return "schema " + schema;
    }
}
