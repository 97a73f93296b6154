/**
 * Reading SQL text as PostgreSQL reads it: the lexer, and what is built on its tokens.
 *
 * <p>May use: {@code sql}.
 */
@NullMarked
package io.github.schemasplit.sqltext;

import org.jspecify.annotations.NullMarked;
