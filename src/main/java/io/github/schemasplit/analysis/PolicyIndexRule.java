package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.names.Words;
import io.github.schemasplit.sql.Identifier;
import io.github.schemasplit.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Columns that policies look at and no index begins with: the server adds the policies' conditions to each query, which may then have to
 * read every row. Columns of few values, for which an index seldom helps, are left out, and those of types that a B-tree can not search.
 */
final class PolicyIndexRule implements AnalysisRule {
    /** boolean, json, xml and jsonb. */
    private static final Set<Long> NOT_SEARCHED = Set.of(16L, 114L, 142L, 3802L);

    @Override
    public List<Finding> check(Assignment assignment) {
        Snapshot snapshot = assignment.snapshot();
        MappedSchemas mapped = new MappedSchemas(assignment);
        Map<Long, Set<Integer>> indexed = new HashMap<>();
        for (Index index : snapshot.all(Index.class)) {
            indexed.computeIfAbsent(index.relation(), r -> new HashSet<>()).add(index.leadingColumn());
        }
        Map<Relation, Set<Integer>> lacking = new HashMap<>();
        for (Policy policy : snapshot.all(Policy.class)) {
            Optional<Relation> table = snapshot.relation(policy.relation());
            if (table.isPresent() && mapped.have(table.get())) {
                for (Integer column : policy.columns()) {
                    if (!indexed.getOrDefault(policy.relation(), Set.of()).contains(column)) {
                        lacking.computeIfAbsent(table.get(), t -> new HashSet<>())
                                .add(column);
                    }
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<Identifier, List<Relation>> tables :
                MappedSchemas.bySchema(List.copyOf(lacking.keySet())).entrySet()) {
            Optional<Finding> finding = finding(snapshot, tables.getKey(), tables.getValue(), lacking);
            if (finding.isPresent()) {
                findings.add(finding.get());
            }
        }
        return findings;
    }

    private static Optional<Finding> finding(
            Snapshot snapshot, Identifier schema, List<Relation> tables, Map<Relation, Set<Integer>> lacking) {
        List<String> columns = new ArrayList<>();
        List<Statement> create = new ArrayList<>();
        for (Relation table : tables) {
            for (Column column : table.columns()) {
                if (lacking.get(table).contains(column.number()) && isSearched(snapshot, column)) {
                    columns.add(column.name() + " of " + table.describe());
                    create.add(Statement.of(
                            table.kind() == RelationKind.PARTITIONED_TABLE
                                    ? "CREATE INDEX ON %s (%s)"
                                    : "CREATE INDEX CONCURRENTLY ON %s (%s)",
                            table.name(),
                            column.name()));
                }
            }
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.of(
                        FindingCode.POLICY_COLUMN_WITHOUT_INDEX,
                        Severity.INFO,
                        "schema " + schema,
                        "no index begins with " + Words.count(columns.size(), "column")
                                + " that policies look at in it (" + Words.some(columns)
                                + "), so that queries to which these apply may have to read every row",
                        "where the tables are large, run: " + Run.all(create)));
    }

    private static boolean isSearched(Snapshot snapshot, Column column) {
        if (NOT_SEARCHED.contains(column.typeOid())) {
            return false;
        }
        Optional<CatalogObject> found = snapshot.find(new ObjectId(Catalog.PG_TYPE, column.typeOid()));
        return !(found.orElse(null) instanceof Type type && type.kind() == 'e');
    }
}
