/**
 * The edge to the server: connecting, reading the catalog, executing a plan, the journal, the advisory lock.
 *
 * <p>May use: {@code catalog}, {@code plan}, {@code sql}, {@code sqltext}.
 */
@NullMarked
package io.github.schemasplit.jdbc;

import org.jspecify.annotations.NullMarked;
