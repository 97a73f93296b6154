/**
 * Disposable databases: the embedded PostgreSQL and the scripts that fill it.
 *
 * <p>May use: {@code jdbc}, {@code sql}, {@code sqltext}.
 */
@NullMarked
package io.github.schemasplit.staging;

import org.jspecify.annotations.NullMarked;
