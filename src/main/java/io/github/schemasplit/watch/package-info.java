/**
 * How fast statements and tables were before a move, and how fast they are since: the differences of what the server counted.
 *
 * <p>May use: {@code catalog}, {@code sqltext}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.watch;

import org.jspecify.annotations.NullMarked;
