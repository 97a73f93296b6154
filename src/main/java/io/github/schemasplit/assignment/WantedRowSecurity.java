package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.sql.QualifiedName;
import java.util.Optional;

/**
 * What the mapping wants of a table's row security.
 *
 * @param table the table
 * @param name its name in its target schema
 * @param enable where the mapping wants it enabled; empty where it says nothing of that
 * @param force where the mapping wants it forced; empty where it says nothing of that
 */
public record WantedRowSecurity(Relation table, QualifiedName name, Optional<Origin> enable, Optional<Origin> force) {}
