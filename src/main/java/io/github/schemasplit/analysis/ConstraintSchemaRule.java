package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.names.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Constraints that are in the target schema of their table already, while the table is not: older servers, such as PostgreSQL 13,
 * make the foreign key that a partition has from its parent in the parent's schema. SET SCHEMA takes a constraint along when it is in
 * the schema that the table leaves, so a rollback takes it out of the target.
 */
final class ConstraintSchemaRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Map<String, List<String>> byTable = new TreeMap<>();
        for (Constraint constraint : assignment.snapshot().all(Constraint.class)) {
            Optional<Placement> table = assignment.placement(ObjectId.relation(constraint.relation()));
            if (table.isPresent() && isThere(constraint, table.get())) {
                byTable.computeIfAbsent(table.get().object().describe(), t -> new ArrayList<>())
                        .add(constraint.name().sql());
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<String>> constraints : byTable.entrySet()) {
            List<String> names = constraints.getValue();
            Collections.sort(names);
            findings.add(Finding.of(
                    FindingCode.CONSTRAINT_NOT_PUT_BACK,
                    Severity.INFO,
                    constraints.getKey(),
                    Words.count(names.size(), "foreign key") + " of it (" + String.join(", ", names)
                            + ") is in the target schema already, as the server makes it for a partition whose parent is there;"
                            + " a rollback would leave it in the schema of the table, since no command puts it back",
                    "nothing; only SET CONSTRAINTS with the schema written and information_schema see the difference"));
        }
        return findings;
    }

    private static boolean isThere(Constraint constraint, Placement placement) {
        return !placement.current().schema().equals(placement.target())
                && constraint.schema().isPresent()
                && constraint.schema().get().equals(placement.target());
    }
}
