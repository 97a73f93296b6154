/**
 * A mapping proposed for a database that has none: which tables belong together, why, and what would run between the schemas.
 *
 * <p>May use: {@code names}, {@code assignment}, {@code catalog}, {@code mapping}, {@code graph}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.proposal;

import org.jspecify.annotations.NullMarked;
