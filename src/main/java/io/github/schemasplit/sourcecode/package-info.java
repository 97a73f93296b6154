/**
 * The application's sources: where they name what moves, and what is to be written there instead.
 *
 * <p>A file is read with the tokens of its language, never with patterns over its text; SQL in its strings is read as the server reads it.
 *
 * <p>May use: {@code mapping}, {@code sqltext}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.sourcecode;

import org.jspecify.annotations.NullMarked;
