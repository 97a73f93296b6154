package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables without row security that an HTTP API does not serve where they are, and will serve where they go, or where they are as soon
 * as it serves that schema.
 */
final class ExposingMoveRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        RestApi api = RestApi.of(assignment);
        boolean changes = !assignment.moves().isEmpty() || !api.changes().isEmpty();
        if (!api.isThere() || !changes) {
            return List.of();
        }
        ApiExposure exposure = new ApiExposure(api, assignment);
        Map<Identifier, List<Relation>> gained = new TreeMap<>();
        Map<Identifier, Set<Identifier>> roles = new TreeMap<>();
        for (Relation table : assignment.snapshot().relations()) {
            Identifier schema = table.name().schema();
            Identifier target = assignment.schemaAfter(table);
            if (api.servesAfter(target) && !(target.equals(schema) && api.serves(schema))) {
                Set<Identifier> open = exposure.after(table, target);
                open.removeAll(exposure.now(table, schema));
                if (!open.isEmpty()) {
                    gained.computeIfAbsent(target, t -> new ArrayList<>()).add(table);
                    roles.computeIfAbsent(target, t -> new TreeSet<>()).addAll(open);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, List<Relation>> gain : gained.entrySet()) {
            Identifier target = gain.getKey();
            List<Relation> tables = gain.getValue();
            findings.add(Finding.of(
                    FindingCode.API_GAINS_TABLES,
                    Severity.WARNING,
                    "schema " + target,
                    Words.count(tables.size(), "table")
                            + where(tables, target)
                            + ApiExposure.consequence(tables, roles.get(target)),
                    ApiExposure.remedy(tables)));
        }
        return findings;
    }

    private static String where(List<Relation> tables, Identifier target) {
        long there =
                tables.stream().filter(t -> t.name().schema().equals(target)).count();
        if (there > 0) {
            return there == tables.size() ? " in it" : " in it then";
        }
        return tables.size() == 1 ? " that goes there" : " that go there";
    }
}
