package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RestApi;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tables without row security that an HTTP API does not serve where they are, and will serve where they go. */
final class ExposingMoveRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Optional<RestApi> api = RestApi.in(assignment.snapshot());
        if (api.isEmpty() || assignment.moves().isEmpty()) {
            return List.of();
        }
        ApiExposure exposure = new ApiExposure(api.get(), assignment);
        Map<Identifier, List<Relation>> gained = new TreeMap<>();
        Map<Identifier, Set<Identifier>> roles = new TreeMap<>();
        for (Placement move : assignment.moves()) {
            if (move.object() instanceof Relation table) {
                Set<Identifier> open = exposure.after(table, move.target());
                open.removeAll(exposure.now(table, table.name().schema()));
                if (!open.isEmpty()) {
                    gained.computeIfAbsent(move.target(), t -> new ArrayList<>())
                            .add(table);
                    roles.computeIfAbsent(move.target(), t -> new TreeSet<>()).addAll(open);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        gained.forEach((target, tables) -> findings.add(Finding.of(
                FindingCode.API_GAINS_TABLES,
                Severity.WARNING,
                "schema " + target,
                Words.count(tables.size(), "table") + " that " + (tables.size() == 1 ? "goes" : "go") + " there"
                        + ApiExposure.consequence(tables, roles.get(target)),
                ApiExposure.remedy(tables))));
        return findings;
    }
}
