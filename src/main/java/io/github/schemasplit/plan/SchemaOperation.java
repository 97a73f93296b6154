package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.LockMode;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/** An operation on a schema itself: it locks no relation and changes nothing but the schema. */
public sealed interface SchemaOperation extends Operation
        permits CommentOnSchema, CreateSchema, DropSchema, GrantOnSchema, RevokeOnSchema {
    /** The schema. */
    Identifier schema();

    @Override
    default LockMode lockMode() {
        return LockMode.NONE;
    }

    @Override
    default Optional<QualifiedName> lockedRelation() {
        return Optional.empty();
    }

    @Override
    default boolean changes(CatalogObject object) {
        return object instanceof Schema other && other.name().equals(schema());
    }

    @Override
    default String subject() {
        return "schema " + schema();
    }
}
