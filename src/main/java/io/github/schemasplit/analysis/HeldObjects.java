package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Holders;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Objects that go the same way and have the same holders: who can reach one of them can reach all.
 *
 * @param way from which schema to which
 * @param holders who may do something with each of them
 * @param objects the objects, sequences that go with their tables included
 */
record HeldObjects(Way way, Holders holders, List<CatalogObject> objects) {
    HeldObjects {
        objects = List.copyOf(objects);
    }

    /** The same schema twice for what is in place. */
    record Way(Identifier from, Identifier to) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Way way && from.equals(way.from) && to.equals(way.to));
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + to.hashCode();
        }
    }

    private record Key(Way way, Holders holders) {
        // Of its own, as with Identifier: in a build, a record's are slow.
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Key key && way.equals(key.way) && holders.equals(key.holders));
        }

        @Override
        public int hashCode() {
            return 31 * way.hashCode() + holders.hashCode();
        }
    }

    /** The objects of placements, in as few groups as there are ways and ACLs. */
    static List<HeldObjects> of(Collection<Placement> placements, SequenceOwners sequences) {
        Map<Key, List<CatalogObject>> groups = new LinkedHashMap<>();
        for (Placement placement : placements) {
            Way way = new Way(placement.current().schema(), placement.target());
            add(groups, way, placement.object());
            for (Relation sequence : sequences.ownedBy(placement.object().id())) {
                add(groups, way, sequence);
            }
        }
        return grouped(groups);
    }

    /** Objects that are in a schema and stay there, in as few groups as there are ACLs. */
    static List<HeldObjects> staying(Identifier schema, Collection<CatalogObject> objects) {
        Map<Key, List<CatalogObject>> groups = new LinkedHashMap<>();
        for (CatalogObject object : objects) {
            add(groups, new Way(schema, schema), object);
        }
        return grouped(groups);
    }

    private static void add(Map<Key, List<CatalogObject>> groups, Way way, CatalogObject object) {
        Optional<Holders> holders = Holders.of(object);
        if (holders.isPresent()) {
            Key key = new Key(way, holders.get());
            groups.putIfAbsent(key, new ArrayList<>());
            groups.get(key).add(object);
        }
    }

    private static List<HeldObjects> grouped(Map<Key, List<CatalogObject>> groups) {
        List<HeldObjects> held = new ArrayList<>();
        for (Map.Entry<Key, List<CatalogObject>> group : groups.entrySet()) {
            held.add(new HeldObjects(group.getKey().way(), group.getKey().holders(), group.getValue()));
        }
        return List.copyOf(held);
    }
}
