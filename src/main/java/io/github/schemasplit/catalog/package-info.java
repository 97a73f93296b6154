/**
 * An immutable snapshot of a database's catalog, in PostgreSQL's own words.
 *
 * <p>May use: {@code sql}.
 */
@NullMarked
package io.github.schemasplit.catalog;

import org.jspecify.annotations.NullMarked;
