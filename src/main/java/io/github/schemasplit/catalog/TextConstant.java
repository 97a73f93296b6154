package io.github.schemasplit.catalog;

import java.util.Optional;

/**
 * A text constant that a function or a conversion takes in a stored expression. It may name an object: the server looks that up
 * whenever it evaluates the expression, and keeps no dependency on it.
 *
 * @param object the object that has the expression; the view for a view's query
 * @param column for a default or a generated column, the column's number; else 0
 * @param text the constant
 * @param expression for a default, the expression with every name qualified; else empty
 */
public record TextConstant(ObjectId object, int column, String text, Optional<String> expression) {}
