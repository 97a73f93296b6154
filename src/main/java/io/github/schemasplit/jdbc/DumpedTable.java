package io.github.schemasplit.jdbc;

import io.github.schemasplit.sql.QualifiedName;

/**
 * A table whose rows a dump has.
 *
 * @param name its name
 * @param bytes its size without indexes
 */
public record DumpedTable(QualifiedName name, long bytes) {}
