package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.sql.Identifier;

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
