package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.RestApi;
import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Supabase;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables without row security that an HTTP API serves to roles that hold privileges on them, by their own names or by the old names of
 * what has moved.
 */
final class ExposedTableRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        RestApi api = RestApi.of(assignment);
        if (!api.isThere()) {
            return List.of();
        }
        ApiExposure exposure = new ApiExposure(api, assignment);
        Supabase supabase = Supabase.in(assignment.snapshot());
        Map<Identifier, Exposed> bySchema = new TreeMap<>();
        for (Relation table : assignment.snapshot().relations()) {
            Identifier schema = table.name().schema();
            if (!supabase.owns(schema)) {
                add(table, schema, exposure, bySchema);
            }
        }
        CompatibilityViews views = CompatibilityViews.in(assignment.database());
        for (Relation view : views.all()) {
            Optional<Relation> table = views.relation(view);
            if (table.isPresent()) {
                add(table.get(), view.name().schema(), exposure, bySchema);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, Exposed> exposed : bySchema.entrySet()) {
            findings.add(exposed.getValue().finding(exposed.getKey()));
        }
        return findings;
    }

    private static void add(
            Relation table, Identifier schema, ApiExposure exposure, Map<Identifier, Exposed> bySchema) {
        Set<Identifier> roles = exposure.now(table, schema);
        if (!roles.isEmpty()) {
            Exposed exposed = bySchema.computeIfAbsent(schema, s -> new Exposed(new TreeMap<>(), new TreeSet<>()));
            exposed.tables().put(table.name(), table);
            exposed.roles().addAll(roles);
        }
    }

    /**
     * What is exposed in one schema.
     *
     * @param roles to which roles
     */
    private record Exposed(SortedMap<QualifiedName, Relation> tables, Set<Identifier> roles) {
        Finding finding(Identifier schema) {
            List<Relation> all = List.copyOf(tables.values());
            boolean old = false;
            for (Relation table : all) {
                old |= !table.name().schema().equals(schema);
            }
            return Finding.of(
                    FindingCode.TABLE_WITHOUT_ROW_SECURITY,
                    Severity.WARNING,
                    "schema " + schema,
                    Words.count(all.size(), "table")
                            + (old ? " whose names or old names are in it" : " in it")
                            + ApiExposure.consequence(all, roles),
                    ApiExposure.remedy(all));
        }
    }
}
