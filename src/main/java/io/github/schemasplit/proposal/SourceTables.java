package io.github.schemasplit.proposal;

import io.github.schemasplit.assignment.Assigner;
import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.Located;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.Origin;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The tables of a schema that a mapping has to place: not those of extensions, nor those in which migration tools keep what they have done,
 * nor partitions and inheritance children, which go with their parents.
 */
final class SourceTables {
    private final Snapshot snapshot;
    private final Map<Long, Identifier> byOid = new HashMap<>();
    private final Map<Long, SortedSet<Identifier>> homes = new HashMap<>();
    private final Map<Identifier, Identifier> leaders = new HashMap<>();
    private final List<Identifier> names = new ArrayList<>();
    private final List<Identifier> unnameable = new ArrayList<>();
    private final List<Identifier> bookkeeping;

    private SourceTables(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        for (Relation table : assignment.unmapped()) {
            Identifier name = table.name().name();
            if (name.value().strip().equals(name.value())) {
                byOid.put(table.oid(), name);
                names.add(name);
            } else {
                unnameable.add(name);
            }
        }
        this.bookkeeping =
                assignment.bookkeeping().stream().map(t -> t.name().name()).toList();
        names.forEach(name -> leaders.put(name, name));
        for (Relation relation : snapshot.relations()) {
            tie(of(relation));
        }
    }

    /** Those of a schema. */
    static SourceTables of(Snapshot database, Identifier source) {
        Mapping nothing = Mapping.NOTHING;
        return new SourceTables(Assigner.assign(
                database,
                new Mapping(
                        new Located<>(source, Origin.DEFAULT),
                        nothing.targets(),
                        nothing.createRoles(),
                        nothing.unmapped(),
                        nothing.unmappedViews(),
                        nothing.compatibility(),
                        nothing.routineBodies(),
                        nothing.crossSchemaForeignKeys(),
                        nothing.baseline(),
                        nothing.supabase())));
    }

    /** The database without views under old names, which are nobody's. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** Their names, in order. */
    List<Identifier> names() {
        return List.copyOf(names);
    }

    /** Those whose names begin or end with a blank, which no mapping can name, by name. */
    List<Identifier> unnameable() {
        return List.copyOf(unnameable);
    }

    /** The tables of migration tools, which stay, by name. */
    List<Identifier> bookkeeping() {
        return bookkeeping;
    }

    /** The tables that a relation stands for: itself, or those that it is a partition or child of; none where it is no such table. */
    SortedSet<Identifier> of(Relation relation) {
        SortedSet<Identifier> known = homes.get(relation.oid());
        if (known != null) {
            return known;
        }
        SortedSet<Identifier> found = new TreeSet<>();
        Identifier own = byOid.get(relation.oid());
        if (own != null) {
            found.add(own);
        } else {
            for (long parent : relation.parents()) {
                snapshot.relation(parent).ifPresent(p -> found.addAll(of(p)));
            }
        }
        homes.put(relation.oid(), found);
        return found;
    }

    /** Tables that have a child in common can not go apart: the first of them stands for all. */
    Identifier leader(Identifier table) {
        Identifier leader = leaders.getOrDefault(table, table);
        return leader.equals(table) ? table : leader(leader);
    }

    private void tie(SortedSet<Identifier> parents) {
        SortedSet<Identifier> all = new TreeSet<>();
        parents.forEach(parent -> all.add(leader(parent)));
        all.forEach(leader -> leaders.put(leader, all.first()));
    }

    /** The tables that these leaders stand for, by name. */
    List<Identifier> ledBy(Collection<Identifier> leaders) {
        Set<Identifier> some = new HashSet<>(leaders);
        List<Identifier> tables = new ArrayList<>();
        for (Identifier name : names) {
            if (some.contains(leader(name))) {
                tables.add(name);
            }
        }
        return tables;
    }
}
