package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.names.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
            assignment
                    .placement(ObjectId.relation(constraint.relation()))
                    .filter(p -> isThere(constraint, p))
                    .ifPresent(p -> byTable.computeIfAbsent(p.object().describe(), t -> new ArrayList<>())
                            .add(constraint.name().sql()));
        }
        return byTable.entrySet().stream()
                .map(
                        e -> Finding.of(
                                FindingCode.CONSTRAINT_NOT_PUT_BACK,
                                Severity.INFO,
                                e.getKey(),
                                Words.count(e.getValue().size(), "foreign key") + " of it ("
                                        + e.getValue().stream().sorted().collect(Collectors.joining(", "))
                                        + ") is in the target schema already, as the server makes it for a partition whose parent is there;"
                                        + " a rollback would leave it in the schema of the table, since no command puts it back",
                                "nothing; only SET CONSTRAINTS with the schema written and information_schema see the difference"))
                .toList();
    }

    private static boolean isThere(Constraint constraint, Placement placement) {
        return !placement.current().schema().equals(placement.target())
                && constraint.schema().filter(placement.target()::equals).isPresent();
    }
}
