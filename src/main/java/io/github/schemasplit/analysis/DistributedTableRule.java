package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Extension;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.sql.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moving tables that Citus distributes: it would carry the move out on its other servers too, where this plugin can neither look nor
 * audit.
 *
 * @see <a href="https://docs.citusdata.com/en/stable/develop/reference_ddl.html">Citus: Creating and Modifying Distributed Objects</a>
 */
final class DistributedTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Set<Long> distributed = new HashSet<>();
        for (Extension extension : assignment.snapshot().all(Extension.class)) {
            distributed.addAll(extension.distributed());
        }
        List<Finding> findings = new ArrayList<>();
        if (distributed.isEmpty()) {
            return findings;
        }
        for (Placement move : assignment.moves()) {
            if (distributed.contains(move.object().id().oid())) {
                findings.add(finding(move.object()));
            }
        }
        return findings;
    }

    private static Finding finding(SchemaObject table) {
        return Finding.of(
                FindingCode.DISTRIBUTED_TABLE,
                Severity.ERROR,
                table.describe(),
                "Citus keeps it on several servers, and only what happens on this one can be audited",
                "remove its entry, or run first: SELECT undistribute_table("
                        + Literal.of(table.name().sql()).sql() + ");");
    }
}
