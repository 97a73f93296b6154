package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A name that no two objects of a schema may have.
 *
 * @param space the catalog in which it must be unique within the schema: tables, indexes, views and sequences share one
 * @param schema the schema
 * @param key the name; of a routine or an operator with its argument types, of an operator class or family with its access method
 */
record Name(Catalog space, Identifier schema, String key) {
    // Of its own, as with Identifier: in a build, a record's are slow.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Name name
                        && space == name.space
                        && schema.equals(name.schema)
                        && key.equals(name.key));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * space.ordinal() + schema.hashCode()) + key.hashCode();
    }

    /** The name that an object has, or would have, in a schema. */
    static Name of(SchemaObject object, Identifier schema) {
        String name = object.name().name().value();
        return new Name(object.id().catalog(), schema, name.concat(distinction(object)));
    }

    private static String distinction(SchemaObject object) {
        // An aggregate without arguments, which has a star for them, shares its name with a function without.
        if (object instanceof Routine routine) {
            return routine.argumentTypes().toString();
        }
        return object.arguments().isEmpty() ? "" : " " + object.arguments();
    }

    /** The name that an index has, or would have, in a schema. */
    static Name of(Index index, Identifier schema) {
        return new Name(index.id().catalog(), schema, index.name().name().value());
    }
}
