package io.github.schemasplit.catalog;

import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/** An object that is in a schema, has an owner, and can be moved to another schema. */
public sealed interface SchemaObject extends CatalogObject
        permits NamedObject, Relation, Routine, StatisticsObject, Type {
    QualifiedName name();

    Identifier owner();

    /**
     * What its command names it by beside its name: of a routine or an operator its arguments as the server prints them, with every
     * type qualified; of an operator class or family its access method; of everything else empty.
     */
    default String arguments() {
        return "";
    }

    @Override
    default Optional<Identifier> inSchema() {
        return Optional.of(name().schema());
    }
}
