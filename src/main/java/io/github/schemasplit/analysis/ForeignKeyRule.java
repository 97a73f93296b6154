package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.CrossSchemaForeignKeys;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.MappingOption;
import io.github.schemasplit.names.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Foreign keys that will run from one schema to another, one finding for each pair of schemas; where they are errors, those that a
 * baseline has are none, and have a finding of their own.
 */
final class ForeignKeyRule implements AnalysisRule {
    @Override
    public List<Finding> check(Assignment assignment) {
        ForeignKeyList list = ForeignKeyList.of(assignment);
        Set<Crossing> baseline = baseline(assignment.mapping());
        Map<String, List<ForeignKey>> others = new TreeMap<>();
        Map<String, List<ForeignKey>> known = new TreeMap<>();
        for (ForeignKey key : list.foreignKeys()) {
            if (key.crossesSchemas() && touchesTarget(list, key)) {
                String pair = "schema " + key.fromSchema() + " to schema " + key.toSchema();
                Map<String, List<ForeignKey>> pairs =
                        !baseline.isEmpty() && baseline.contains(key.crossing()) ? known : others;
                pairs.putIfAbsent(pair, new ArrayList<>());
                pairs.get(pair).add(key);
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, List<ForeignKey>> pair : others.entrySet()) {
            findings.add(finding(assignment, list, pair.getKey(), pair.getValue()));
        }
        for (Map.Entry<String, List<ForeignKey>> pair : known.entrySet()) {
            Finding finding = finding(assignment, list, pair.getKey(), pair.getValue());
            findings.add(finding.isError() ? finding.with(Severity.WARNING) : finding);
        }
        return List.copyOf(findings);
    }

    private static Set<Crossing> baseline(Mapping mapping) {
        return mapping.baseline().isPresent() ? mapping.baseline().get().crossings() : Set.of();
    }

    private static boolean touchesTarget(ForeignKeyList list, ForeignKey key) {
        return list.targets().contains(key.fromSchema()) || list.targets().contains(key.toSchema());
    }

    private static Finding finding(
            Assignment assignment, ForeignKeyList list, String pair, List<ForeignKey> foreignKeys) {
        List<String> texts = new ArrayList<>();
        for (ForeignKey key : foreignKeys) {
            texts.add(key.name() + " on " + key.from().name());
        }
        String names = Words.some(texts);
        String count = Words.count(foreignKeys.size(), "foreign key");
        ForeignKey one = foreignKeys.get(0);
        if (!list.targets().contains(one.fromSchema()) || !list.targets().contains(one.toSchema())) {
            return Finding.of(
                    FindingCode.OTHER_SCHEMA_FOREIGN_KEYS,
                    Severity.INFO,
                    pair,
                    count + " will run between a target schema and one that is none (" + names + "); they keep working",
                    "nothing");
        }
        Located<CrossSchemaForeignKeys> option = assignment.mapping().crossSchemaForeignKeys();
        return Finding.of(
                        FindingCode.CROSS_SCHEMA_FOREIGN_KEYS,
                        severity(option.value()),
                        pair,
                        count + " will run between two target schemas (" + names
                                + "); they keep working, but tie the two to one database",
                        remedy(option.value()))
                .at(option.origin());
    }

    private static String remedy(CrossSchemaForeignKeys option) {
        String allow = MappingOption.CROSS_SCHEMA_FOREIGN_KEYS.advice("allow");
        return option == CrossSchemaForeignKeys.FAIL
                ? "put the tables into one schema, have them in a baseline (schema:verify -Dschema.baseline.update=all), or "
                        + allow
                : "put the tables into one schema, or " + allow;
    }

    private static Severity severity(CrossSchemaForeignKeys option) {
        return switch (option) {
            case ALLOW -> Severity.INFO;
            case WARN -> Severity.WARNING;
            case FAIL -> Severity.ERROR;
        };
    }
}
