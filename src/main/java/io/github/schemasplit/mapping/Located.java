package io.github.schemasplit.mapping;

/**
 * A value with where it was written.
 *
 * @param <T> the value's type
 * @param value the value
 * @param origin where it was written
 */
public record Located<T>(T value, Origin origin) {}
