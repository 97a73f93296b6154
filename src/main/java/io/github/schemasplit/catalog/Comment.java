package io.github.schemasplit.catalog;

/**
 * A comment on an object or on one of its columns.
 *
 * @param object the object
 * @param column the column's number; 0 for the object itself
 * @param text the comment
 */
public record Comment(ObjectId object, int column, String text) {}
