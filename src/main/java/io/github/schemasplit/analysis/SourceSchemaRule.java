package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Nearest;
import io.github.schemasplit.sql.Identifier;
import java.util.List;

/** Whether the schema to move from is there. */
final class SourceSchemaRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Located<Identifier> source = assignment.mapping().source();
        if (assignment.snapshot().schema(source.value()).isPresent()) {
            return List.of();
        }
        List<String> names = assignment.snapshot().all(Schema.class).stream()
                .map(s -> s.name().value())
                .toList();
        List<String> nearest = Nearest.to(source.value().value(), names, 3);
        return List.of(Finding.of(
                        FindingCode.SOURCE_SCHEMA_MISSING,
                        Severity.ERROR,
                        "schema " + source.value(),
                        "database " + assignment.snapshot().server().database()
                                + " has no schema of that name to move from",
                        nearest.isEmpty()
                                ? "set the option source (schema.source) to the schema that holds the tables"
                                : "did you mean " + String.join(" or ", nearest)
                                        + "? Set the option source (schema.source)")
                .at(source.origin()));
    }
}
