/**
 * Directed graphs with a stable order: what an object depends on, and in which order to visit it.
 *
 * <p>May use: nothing.
 */
@NullMarked
package io.github.schemasplit.graph;

import org.jspecify.annotations.NullMarked;
