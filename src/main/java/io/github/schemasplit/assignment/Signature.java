package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.NamePattern;

/** What tells routines of one name apart, and operators. */
final class Signature {
    private Signature() {}

    /** The object's arguments, as the server prints them; empty for what has none. */
    static String arguments(SchemaObject object) {
        if (object instanceof Routine routine) {
            return routine.identityArguments();
        }
        return object instanceof NamedObject named ? named.arguments() : "";
    }

    /** The entry that names this object and no other. */
    static String of(SchemaObject object) {
        return NamePattern.exactly(object.name().name().value()).text() + "(" + arguments(object) + ")";
    }
}
