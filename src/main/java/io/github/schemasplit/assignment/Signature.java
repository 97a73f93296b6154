package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.mapping.NamePattern;

/** What tells routines of one name apart, and operators. */
final class Signature {
    private Signature() {}

    /** The entry that names this object and no other. */
    static String of(SchemaObject object) {
        return NamePattern.exactly(object.name().name().value()).text() + "(" + object.arguments() + ")";
    }
}
