/**
 * A plan as files: SQL scripts, and the migrations of other tools.
 *
 * <p>May use: {@code plan}, {@code hazard}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.render;

import org.jspecify.annotations.NullMarked;
