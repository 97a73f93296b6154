package io.github.schemasplit.watch;

import io.github.schemasplit.sql.QualifiedName;

/**
 * A table before and after its move.
 *
 * @param table its name before
 * @param moved its name after
 * @param before what it went through before
 * @param after what it went through since
 */
public record ComparedTable(QualifiedName table, QualifiedName moved, TableUse before, TableUse after) {}
