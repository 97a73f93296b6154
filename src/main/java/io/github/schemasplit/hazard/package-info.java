/**
 * Hazards: the risks that a migration has for those who use the database, and which of them somebody has accepted.
 *
 * <p>May use: {@code analysis}, {@code names}, {@code assignment}, {@code catalog}, {@code mapping}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.hazard;

import org.jspecify.annotations.NullMarked;
