package io.github.schemasplit.catalog;

/**
 * A security label on an object or on one of its columns.
 *
 * @param object the object
 * @param column the column's number; 0 for the object itself
 * @param provider who understands the label
 * @param label the label
 */
public record SecurityLabel(ObjectId object, int column, String provider, String label) {}
