package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Column;
import io.github.schemasplit.catalog.Policy;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.NamePattern;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.mapping.PolicyEntry;
import io.github.schemasplit.mapping.PolicyTables;
import io.github.schemasplit.mapping.RowSecurity;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the mapping wants of the row security of its tables, table by table: of those that an assignment places in the schema under
 * which it says so, partitions included, since who reads a partition by its own name meets its policies and not those of its root. Of
 * two entries for a policy of one name, the one that names the table counts.
 */
public final class WantedPolicies {
    /** What an entry does not find. */
    public sealed interface Unfound {
        /** The target schema that the entry is of. */
        Identifier target();

        /**
         * The tables of a policy.
         *
         * @param entry the entry
         */
        record Tables(Identifier target, Located<PolicyEntry> entry) implements Unfound {}

        /**
         * A table whose row security is to be on.
         *
         * @param pattern its name, or a glob
         */
        record Pattern(Identifier target, Located<NamePattern> pattern) implements Unfound {}
    }

    private final Assignment assignment;
    private final Map<WantedPolicy.Key, WantedPolicy> policies = new LinkedHashMap<>();
    private final List<WantedRowSecurity> rowSecurity = new ArrayList<>();
    private final Set<Long> enabled = new HashSet<>();
    private final List<Unfound> unfound = new ArrayList<>();

    WantedPolicies(Assignment assignment) {
        this.assignment = assignment;
        if (!isAnythingSaid(assignment)) {
            return;
        }
        Map<Identifier, List<Relation>> tables = tables();
        Map<WantedPolicy.Key, Policy> existing = existing();
        for (TargetSchema target : assignment.mapping().targets()) {
            Identifier schema = target.name().value();
            List<Relation> there = tables.getOrDefault(schema, List.of());
            for (boolean named : new boolean[] {true, false}) {
                for (Located<PolicyEntry> entry : target.policies()) {
                    if (entry.value().tables() instanceof PolicyTables.Named == named) {
                        add(entry, schema, there, existing);
                    }
                }
            }
            add(target.rowSecurity(), schema, there);
        }
    }

    /** Those of an assignment. */
    public static WantedPolicies of(Assignment assignment) {
        return assignment.wantedPolicies();
    }

    private static boolean isAnythingSaid(Assignment assignment) {
        for (TargetSchema target : assignment.mapping().targets()) {
            if (!target.policies().isEmpty() || target.rowSecurity().isSaid()) {
                return true;
            }
        }
        return false;
    }

    /** The tables that are placed, by schema and in each by name; policies are of tables alone. */
    private Map<Identifier, List<Relation>> tables() {
        Map<Identifier, List<Relation>> tables = new HashMap<>();
        for (Placement placement : assignment.placements()) {
            if (placement.object() instanceof Relation relation
                    && (relation.kind() == RelationKind.TABLE || relation.kind() == RelationKind.PARTITIONED_TABLE)) {
                tables.computeIfAbsent(placement.target(), t -> new ArrayList<>())
                        .add(relation);
            }
        }
        for (List<Relation> there : tables.values()) {
            there.sort(Comparator.comparing(r -> r.name().name()));
        }
        return tables;
    }

    private Map<WantedPolicy.Key, Policy> existing() {
        Map<WantedPolicy.Key, Policy> existing = new HashMap<>();
        for (Policy policy : assignment.snapshot().all(Policy.class)) {
            existing.put(new WantedPolicy.Key(policy.relation(), policy.name()), policy);
        }
        return existing;
    }

    private void add(
            Located<PolicyEntry> entry,
            Identifier target,
            List<Relation> there,
            Map<WantedPolicy.Key, Policy> existing) {
        boolean found = false;
        for (Relation table : there) {
            if (entry.value().tables().include(table.name().name(), columns(table))) {
                found = true;
                WantedPolicy.Key key =
                        new WantedPolicy.Key(table.oid(), entry.value().name());
                policies.putIfAbsent(
                        key,
                        new WantedPolicy(
                                entry, table, table.name().in(target), Optional.ofNullable(existing.get(key))));
            }
        }
        if (!found) {
            unfound.add(new Unfound.Tables(target, entry));
        }
    }

    private static Set<Identifier> columns(Relation table) {
        Set<Identifier> columns = new HashSet<>();
        for (Column column : table.columns()) {
            columns.add(column.name());
        }
        return columns;
    }

    private void add(RowSecurity wanted, Identifier target, List<Relation> there) {
        Map<Relation, Origin> enable = matching(wanted.enable(), target, there);
        Map<Relation, Origin> force = matching(wanted.force(), target, there);
        for (Relation table : enable.keySet()) {
            enabled.add(table.oid());
        }
        for (Relation table : there) {
            if (enable.containsKey(table) || force.containsKey(table)) {
                rowSecurity.add(new WantedRowSecurity(
                        table,
                        table.name().in(target),
                        Optional.ofNullable(enable.get(table)),
                        Optional.ofNullable(force.get(table))));
            }
        }
    }

    private Map<Relation, Origin> matching(
            List<Located<NamePattern>> patterns, Identifier target, List<Relation> there) {
        Map<Relation, Origin> matching = new HashMap<>();
        for (Located<NamePattern> pattern : patterns) {
            boolean found = false;
            for (Relation table : there) {
                if (pattern.value().matches(table.name().name().value())) {
                    found = true;
                    matching.putIfAbsent(table, pattern.origin());
                }
            }
            if (!found) {
                unfound.add(new Unfound.Pattern(target, pattern));
            }
        }
        return matching;
    }

    /** Whether the mapping wants nothing of any table. */
    public boolean isEmpty() {
        return policies.isEmpty() && rowSecurity.isEmpty();
    }

    /** The policies, by table and then in the mapping's order. */
    public List<WantedPolicy> policies() {
        List<WantedPolicy> sorted = new ArrayList<>(policies.values());
        sorted.sort(Comparator.comparing(WantedPolicy::name));
        return sorted;
    }

    /** What is wanted of row security, by table. */
    public List<WantedRowSecurity> rowSecurity() {
        List<WantedRowSecurity> sorted = new ArrayList<>(rowSecurity);
        sorted.sort(Comparator.comparing(WantedRowSecurity::name));
        return sorted;
    }

    /** What entries do not find, in the mapping's order. */
    public List<Unfound> unfound() {
        return List.copyOf(unfound);
    }

    /** Whether row security is enabled for a table, or will be. */
    public boolean isSecured(Relation table) {
        return table.rowSecurity() || enabled.contains(table.oid());
    }
}
