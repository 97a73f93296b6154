package io.github.schemasplit.catalog;

import java.util.Optional;

/**
 * A text constant in a stored expression that may name an object: the server looks that up whenever it evaluates the expression, and
 * keeps no dependency on it.
 *
 * @param object the object that has the expression; the view for a view's query
 * @param column for a default or a generated column, the column's number; else 0
 * @param use what it is there for
 * @param text the constant
 * @param expression for a default, the expression with every name qualified; else empty
 */
public record TextConstant(ObjectId object, int column, Use use, String text, Optional<String> expression) {
    /** What a constant is there for. */
    public enum Use {
        /** A function or a conversion takes it. */
        ARGUMENT,
        /** It may be compared with the name of a schema. */
        COMPARED,
        /** None, but a call of the function that it is the name of, {@code current_schema} or {@code current_schemas}. */
        CURRENT_SCHEMA
    }
}
