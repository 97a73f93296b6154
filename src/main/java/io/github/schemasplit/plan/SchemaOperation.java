package io.github.schemasplit.plan;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Identifier;

/** An operation on a schema itself: it locks no relation and changes nothing but the schema. */
public sealed interface SchemaOperation extends Operation
        permits CommentOnSchema, CreateSchema, DropSchema, GrantOnSchema, RevokeOnSchema {
    /** The schema. */
    Identifier schema();

    @Override
    default boolean changes(CatalogObject object) {
        return object instanceof Schema other && other.name().equals(schema());
    }

    @Override
    default String subject() {
        return "schema " + schema();
    }
}
