package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.sql.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A name that no two objects of a schema may have.
 *
 * @param space among which objects it must be unique
 * @param schema the schema
 * @param key the name; for a routine with its argument types
 */
record Name(Space space, Identifier schema, String key) {
    /** The catalogs in which names are unique within a schema: tables, indexes, views and sequences share one. */
    enum Space {
        RELATION,
        TYPE,
        ROUTINE,
        STATISTICS
    }

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

    static Name relation(Identifier schema, Identifier name) {
        return new Name(Space.RELATION, schema, name.value());
    }

    static Name type(Identifier schema, Identifier name) {
        return new Name(Space.TYPE, schema, name.value());
    }

    static Name statistics(Identifier schema, Identifier name) {
        return new Name(Space.STATISTICS, schema, name.value());
    }

    static Name routine(Identifier schema, Routine routine) {
        return new Name(Space.ROUTINE, schema, routine.name().name().value() + routine.argumentTypes());
    }
}
