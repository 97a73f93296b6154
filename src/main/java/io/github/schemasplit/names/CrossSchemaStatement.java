package io.github.schemasplit.names;

import io.github.schemasplit.catalog.ObservedStatement;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.List;

/**
 * A statement whose tables will be in several target schemas.
 *
 * @param statement the statement
 * @param schemas the schemas, in the mapping's order
 * @param tables its tables in them by their names of now, in the order of the text
 */
public record CrossSchemaStatement(ObservedStatement statement, List<Identifier> schemas, List<QualifiedName> tables) {
    public CrossSchemaStatement {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
    }
}
