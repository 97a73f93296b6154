package io.github.schemasplit.catalog;

/**
 * A dependency between two objects. Parts stand for their wholes: a view's rule for the view, a column's default and a
 * constraint for their table; a dependency of an object on itself is left out.
 *
 * @param dependent the object that needs the other
 * @param referenced the object that is needed
 * @param type {@code deptype}: n normal, a automatic, i internal, e extension member, x automatic extension
 */
public record Dependency(ObjectId dependent, ObjectId referenced, char type) {}
