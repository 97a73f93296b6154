/**
 * A data dictionary: what is in schemas, and who may do what with it, as pages that are independent of how they are written.
 *
 * <p>May use: {@code catalog}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.dictionary;

import org.jspecify.annotations.NullMarked;
