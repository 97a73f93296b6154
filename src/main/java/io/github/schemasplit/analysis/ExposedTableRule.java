package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RestApi;
import io.github.schemasplit.catalog.Supabase;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tables without row security that an HTTP API serves to roles that hold privileges on them. */
final class ExposedTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        Optional<RestApi> api = RestApi.in(assignment.snapshot());
        if (api.isEmpty()) {
            return List.of();
        }
        ApiExposure exposure = new ApiExposure(api.get(), assignment);
        Supabase supabase = Supabase.in(assignment.snapshot());
        List<Relation> exposed = new ArrayList<>();
        Map<Identifier, Set<Identifier>> roles = new HashMap<>();
        for (Relation table : assignment.snapshot().relations()) {
            Identifier schema = table.name().schema();
            Set<Identifier> open = exposure.now(table);
            if (!open.isEmpty() && !supabase.owns(schema)) {
                exposed.add(table);
                roles.computeIfAbsent(schema, s -> new TreeSet<>()).addAll(open);
            }
        }
        List<Finding> findings = new ArrayList<>();
        MappedSchemas.bySchema(exposed)
                .forEach((schema, tables) -> findings.add(Finding.of(
                        FindingCode.TABLE_WITHOUT_ROW_SECURITY,
                        Severity.WARNING,
                        "schema " + schema,
                        Words.count(tables.size(), "table") + " in it"
                                + ApiExposure.consequence(tables, roles.get(schema)),
                        ApiExposure.remedy(tables))));
        return findings;
    }
}
