package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas of the mapping in which PUBLIC may create objects, as in {@code public} before PostgreSQL 15 where nobody took that from it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS">Usage Patterns</a>
 */
final class OpenSchemaRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        MappedSchemas mapped = new MappedSchemas(assignment);
        List<Finding> findings = new ArrayList<>();
        for (Schema schema : assignment.snapshot().all(Schema.class)) {
            if (mapped.have(schema)
                    && schema.acl().isPresent()
                    && schema.acl().get().grants(Privilege.CREATE, Grantee.PUBLIC)) {
                findings.add(Finding.of(
                        FindingCode.PUBLIC_MAY_CREATE,
                        Severity.WARNING,
                        schema.describe(),
                        "PUBLIC may create objects in it, so that every role can put there what others then find by their search_path",
                        "run: " + Statement.of("REVOKE CREATE ON SCHEMA %s FROM PUBLIC", schema.name()) + ";"));
            }
        }
        return findings;
    }
}
