/**
 * Graphs with a stable order: what an object depends on, and in which order to visit it; and which nodes belong together.
 *
 * <p>May use: nothing.
 */
@NullMarked
package io.github.schemasplit.graph;

import org.jspecify.annotations.NullMarked;
