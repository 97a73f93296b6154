/**
 * Analysis rules, each of which looks at one thing and yields findings.
 *
 * <p>May use: {@code names}, {@code assignment}, {@code catalog}, {@code mapping}, {@code graph}, {@code sqltext}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.analysis;

import org.jspecify.annotations.NullMarked;
