package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Grantee;
import io.github.schemasplit.catalog.Privilege;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.sql.Statement;
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
        return assignment.snapshot().all(Schema.class).stream()
                .filter(mapped::have)
                .filter(s -> s.acl()
                        .filter(a -> a.grants(Privilege.CREATE, Grantee.PUBLIC))
                        .isPresent())
                .map(s -> Finding.of(
                        FindingCode.PUBLIC_MAY_CREATE,
                        Severity.WARNING,
                        s.describe(),
                        "PUBLIC may create objects in it, so that every role can put there what others then find by their search_path",
                        "run: " + Statement.of("REVOKE CREATE ON SCHEMA %s FROM PUBLIC", s.name()) + ";"))
                .toList();
    }
}
