/**
 * SQL as values: identifiers, qualified names, quoting, statements and lock modes.
 *
 * <p>May use: nothing.
 */
@NullMarked
package io.github.schemasplit.sql;

import org.jspecify.annotations.NullMarked;
