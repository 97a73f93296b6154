/**
 * The mapping and the options, as the user wrote them in the POM or in YAML, with the origin of each value; and the baseline of crossings.
 *
 * <p>May use: {@code sql}.
 */
@NullMarked
package io.github.schemasplit.mapping;

import org.jspecify.annotations.NullMarked;
