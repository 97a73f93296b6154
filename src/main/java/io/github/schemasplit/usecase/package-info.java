/**
 * What each goal does, one class a goal, without knowing Maven.
 *
 * <p>May use: everything but {@code mojo}.
 */
@NullMarked
package io.github.schemasplit.usecase;

import org.jspecify.annotations.NullMarked;
