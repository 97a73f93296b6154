package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.Snapshot;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which tables a partition or inheritance child goes with: its topmost ancestors in the source schema or in a target schema.
 * Ancestors elsewhere, or in an extension, do not count, since the mapping has no say in where they are.
 */
final class Inheritance {
    private final Scope scope;
    private final Snapshot snapshot;
    private final Map<Long, Set<Relation>> tops = new HashMap<>();

    Inheritance(Scope scope) {
        this.scope = scope;
        this.snapshot = scope.snapshot();
    }

    boolean isChild(Relation table) {
        if (table.parents().isEmpty()) {
            return false;
        }
        Set<Relation> roots = roots(table);
        return !roots.isEmpty() && !roots.contains(table);
    }

    /** The topmost ancestors; the table itself when it has none and is in the source or a target schema. */
    Set<Relation> roots(Relation table) {
        if (table.parents().isEmpty()) {
            return isGoverned(table) ? Set.of(table) : Set.of();
        }
        Set<Relation> known = tops.get(table.oid());
        if (known != null) {
            return known;
        }
        Set<Relation> roots = new LinkedHashSet<>();
        for (long parent : table.parents()) {
            Optional<Relation> found = snapshot.relation(parent);
            if (found.isPresent()) {
                roots.addAll(roots(found.get()));
            }
        }
        if (roots.isEmpty() && isGoverned(table)) {
            roots.add(table);
        }
        tops.put(table.oid(), roots);
        return roots;
    }

    private boolean isGoverned(Relation table) {
        RelationKind kind = table.kind();
        return kind.isTable()
                && !scope.isOutOfReach(table)
                && (scope.isSource(table.name().schema())
                        || scope.isTarget(table.name().schema()));
    }
}
