package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;

/**
 * That an object belongs to a target schema.
 *
 * @param object the object
 * @param target the schema it belongs to
 * @param cause why
 */
public record Placement(SchemaObject object, Identifier target, Cause cause) {
    /** Its name now. */
    public QualifiedName current() {
        return object.name();
    }

    /** Whether it is there already. */
    public boolean isInPlace() {
        return current().schema().equals(target);
    }
}
