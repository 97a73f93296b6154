/** Makes statements of SQL by chance, of every kind that PostgreSQL's manual has. */
@org.jspecify.annotations.NullMarked
package io.github.schemasplit.sqltext.generator;
