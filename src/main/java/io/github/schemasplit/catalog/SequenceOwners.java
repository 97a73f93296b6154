package io.github.schemasplit.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which sequence a table's column owns: those of serial and identity columns, and those that ALTER SEQUENCE … OWNED BY gave to
 * one. They move with the table and can not move without it.
 */
public final class SequenceOwners {
    private final Map<ObjectId, Relation> owners = new HashMap<>();
    private final Map<ObjectId, List<Relation>> sequences = new HashMap<>();

    SequenceOwners(Snapshot snapshot) {
        for (Dependency dependency : snapshot.dependencies()) {
            if (dependency.type() != 'a' && dependency.type() != 'i') {
                continue;
            }
            Optional<Relation> sequence = relation(snapshot, dependency.dependent());
            Optional<Relation> table = relation(snapshot, dependency.referenced());
            if (sequence.isPresent()
                    && sequence.get().kind() == RelationKind.SEQUENCE
                    && table.isPresent()
                    && !owners.containsKey(dependency.dependent())) {
                owners.put(dependency.dependent(), table.get());
                List<Relation> owned = sequences.getOrDefault(dependency.referenced(), new ArrayList<>());
                owned.add(sequence.get());
                sequences.put(dependency.referenced(), owned);
            }
        }
        for (Map.Entry<ObjectId, List<Relation>> owned : sequences.entrySet()) {
            owned.setValue(List.copyOf(owned.getValue()));
        }
    }

    /** The table whose column owns the sequence. */
    public Optional<Relation> owner(ObjectId sequence) {
        return Optional.ofNullable(owners.get(sequence));
    }

    /** The sequences that columns of the table own. */
    public List<Relation> ownedBy(ObjectId table) {
        return sequences.getOrDefault(table, List.of());
    }

    private static Optional<Relation> relation(Snapshot snapshot, ObjectId id) {
        Optional<CatalogObject> found = snapshot.find(id);
        return found.isPresent() && found.get() instanceof Relation relation ? Optional.of(relation) : Optional.empty();
    }
}
