package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/** An object that is in a schema, has an owner, and can be moved to another schema. */
public sealed interface SchemaObject extends CatalogObject
        permits NamedObject, Relation, Routine, StatisticsObject, Type {
    QualifiedName name();

    Identifier owner();

    @Override
    default Optional<Identifier> inSchema() {
        return Optional.of(name().schema());
    }
}
