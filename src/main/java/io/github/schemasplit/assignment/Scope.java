package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mapping and snapshot, with the look-ups that placing objects needs. */
final class Scope {
    static final Comparator<Relation> BY_NAME = new ByName();

    private final Snapshot snapshot;
    private final Mapping mapping;
    private final Identifier source;
    private final Set<Identifier> targets = new HashSet<>();
    /** Of views alone, and of free-standing sequences alone: there are ten dependencies for each table, and no others are asked for. */
    private final Map<ObjectId, List<ObjectId>> needs = new HashMap<>();

    private final Map<ObjectId, List<ObjectId>> neededBy = new HashMap<>();
    private final Map<ObjectId, ObjectId> extensions = new HashMap<>();

    Scope(Snapshot snapshot, Mapping mapping) {
        this.snapshot = snapshot;
        this.mapping = mapping;
        this.source = mapping.source().value();
        for (TargetSchema target : mapping.targets()) {
            targets.add(target.name().value());
        }
        for (Relation relation : snapshot.relations()) {
            if (relation.kind().isView()) {
                needs.put(relation.id(), new ArrayList<>());
            } else if (relation.kind() == RelationKind.SEQUENCE
                    && snapshot.sequenceOwners().owner(relation.id()).isEmpty()) {
                neededBy.put(relation.id(), new ArrayList<>());
            }
        }
        for (Dependency dependency : snapshot.dependencies()) {
            if (dependency.type() == 'e') {
                extensions.put(dependency.dependent(), dependency.referenced());
                continue;
            }
            add(needs.get(dependency.dependent()), dependency.referenced());
            add(neededBy.get(dependency.referenced()), dependency.dependent());
        }
    }

    private static void add(@Nullable List<ObjectId> list, ObjectId object) {
        if (list != null) {
            list.add(object);
        }
    }

    Snapshot snapshot() {
        return snapshot;
    }

    Mapping mapping() {
        return mapping;
    }

    Identifier source() {
        return source;
    }

    boolean isSource(Identifier schema) {
        return schema.equals(source);
    }

    boolean isTarget(Identifier schema) {
        return targets.contains(schema);
    }

    /** Whether nothing may ever move the relation. */
    boolean isOutOfReach(Relation relation) {
        return relation.temporary() || extensions.containsKey(relation.id());
    }

    /** The extension that the object belongs to, for people. */
    Optional<String> extensionOf(ObjectId object) {
        ObjectId extension = extensions.get(object);
        if (extension == null) {
            return Optional.empty();
        }
        Optional<CatalogObject> known = snapshot.find(extension);
        return Optional.of(known.isPresent() ? known.get().describe() : "an extension");
    }

    /** The tables, views and sequences that a view needs, each once, in no order that matters. */
    List<Relation> relationsNeededBy(Relation view) {
        List<Relation> relations = new ArrayList<>();
        for (ObjectId id : new LinkedHashSet<>(needs.getOrDefault(view.id(), List.of()))) {
            Optional<CatalogObject> object = snapshot.find(id);
            if (object.isPresent()
                    && object.get() instanceof Relation relation
                    && relation.kind() != RelationKind.COMPOSITE_TYPE) {
                relations.add(relation);
            }
        }
        return relations;
    }

    /** What needs a free-standing sequence, each once, its own row type left out. */
    List<ObjectId> whatNeeds(Relation sequence) {
        List<ObjectId> users = new ArrayList<>();
        for (ObjectId id : new LinkedHashSet<>(neededBy.getOrDefault(sequence.id(), List.of()))) {
            if (!isRowType(id, sequence)) {
                users.add(id);
            }
        }
        return users;
    }

    private boolean isRowType(ObjectId id, Relation relation) {
        Optional<CatalogObject> object = snapshot.find(id);
        return object.isPresent() && object.get() instanceof Type type && type.relation() == relation.oid();
    }

    /**
     * Whether an object goes to {@code target} along with others: from the source schema, and from the schema that all the others
     * are in, but not from a schema that somebody chose for it alone.
     */
    boolean mayFollow(Identifier current, Identifier target, Collection<Relation> leaders) {
        return isSource(current) || current.equals(target) || areAllIn(current, leaders);
    }

    private static boolean areAllIn(Identifier schema, Collection<Relation> relations) {
        for (Relation relation : relations) {
            if (!relation.name().schema().equals(schema)) {
                return false;
            }
        }
        return true;
    }

    /** By name, then by OID. */
    private static final class ByName implements Comparator<Relation> {
        @Override
        public int compare(Relation one, Relation other) {
            int byName = one.name().compareTo(other.name());
            return byName != 0 ? byName : Long.compare(one.oid(), other.oid());
        }
    }
}
