package io.github.schemasplit.catalog;

/**
 * A text constant that a function or a conversion takes in a stored expression. It may name an object: the server looks that up
 * whenever it evaluates the expression, and keeps no dependency on it.
 *
 * @param object the object that has the expression; the view for a view's query
 * @param column for a default or a generated column, the column's number; else 0
 * @param text the constant
 */
public record TextConstant(ObjectId object, int column, String text) {}
