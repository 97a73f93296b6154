/**
 * Which object belongs to which target schema, and why.
 *
 * <p>May use: {@code catalog}, {@code mapping}, {@code graph}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.assignment;

import org.jspecify.annotations.NullMarked;
