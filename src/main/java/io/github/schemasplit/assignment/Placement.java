package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;

/**
 * That an object belongs to a target schema.
 *
 * @param object a {@code Relation}, {@code StatisticsObject}, {@code Type} or {@code Routine}
 * @param current its name now
 * @param target the schema it belongs to
 * @param cause why
 */
public record Placement(CatalogObject object, QualifiedName current, Identifier target, Cause cause) {
    /** Whether it is there already. */
    public boolean isInPlace() {
        return current.schema().equals(target);
    }
}
