/**
 * What the texts of a database name: bodies of routines, commands, settings and constants, with each name resolved as the server does.
 *
 * <p>May use: {@code assignment}, {@code catalog}, {@code mapping}, {@code sqltext}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.names;

import org.jspecify.annotations.NullMarked;
