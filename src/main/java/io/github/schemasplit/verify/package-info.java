/**
 * Expected against actual: proves that a plan was carried out and that nothing else changed.
 *
 * <p>May use: {@code plan}, {@code catalog}, {@code mapping}, {@code assignment}, {@code analysis}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.verify;

import org.jspecify.annotations.NullMarked;
