package io.github.schemasplit.sourcecode;

import org.jspecify.annotations.Nullable;

/**
 * A piece of code.
 *
 * @param start where it begins in the source, in UTF-16 units from 0
 * @param end where it ends, exclusive
 * @param literal what it holds, if it is a string
 */
record Lexeme(LexemeKind kind, int start, int end, @Nullable Literal literal) {}
