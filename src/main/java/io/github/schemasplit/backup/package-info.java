/**
 * Backups: PostgreSQL's own programs, found and run, and the files that they write and read.
 *
 * <p>May use: {@code jdbc}, {@code sql}.
 */
@NullMarked
package io.github.schemasplit.backup;

import org.jspecify.annotations.NullMarked;
