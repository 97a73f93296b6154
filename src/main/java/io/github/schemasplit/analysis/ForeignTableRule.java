package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.sql.Literal;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Moving foreign tables without the option {@code schema_name}: postgres_fdw then asks the other server for the schema that the
 * foreign table is in here. The snapshot does not know the wrapper, so it is asked of all of them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/postgres-fdw.html">postgres_fdw</a>
 */
final class ForeignTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        List<Finding> findings = new ArrayList<>();
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation relation
                    && relation.kind() == RelationKind.FOREIGN_TABLE
                    && relation.foreignOptions().stream().noneMatch(o -> o.startsWith("schema_name="))) {
                findings.add(finding(relation));
            }
        }
        return findings;
    }

    private static Finding finding(Relation table) {
        return Finding.of(
                FindingCode.FOREIGN_TABLE_NEEDS_SCHEMA_NAME,
                Severity.WARNING,
                table.describe(),
                "it has no option schema_name; if its server is one of postgres_fdw, queries ask that server for schema "
                        + table.name().schema() + " now and would ask for the target schema after the move",
                "if its server is one of postgres_fdw, run first: "
                        + Statement.of(
                                "ALTER FOREIGN TABLE %s OPTIONS (ADD schema_name %s)",
                                table.name(), Literal.of(table.name().schema().value()))
                        + ";");
    }
}
