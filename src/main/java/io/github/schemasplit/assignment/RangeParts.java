package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.Dependency;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What CREATE TYPE … AS RANGE makes besides the range type: its constructors, and from PostgreSQL 14 on a multirange type with
 * constructors of its own. The server leaves them all behind when the range type moves.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rangetypes.html">Range Types</a>
 */
final class RangeParts {
    private final Snapshot snapshot;
    private final Map<ObjectId, List<SchemaObject>> parts = new HashMap<>();
    private final Map<ObjectId, Type> wholes = new HashMap<>();

    RangeParts(Snapshot snapshot) {
        this.snapshot = snapshot;
        if (!hasRanges()) {
            return;
        }
        for (Dependency dependency : snapshot.dependencies()) {
            if (dependency.type() == 'i'
                    && snapshot.find(dependency.dependent()).orElse(null) instanceof SchemaObject part
                    && snapshot.find(dependency.referenced()).orElse(null) instanceof Type whole
                    && isPart(part, whole)) {
                add(part, whole);
            }
        }
    }

    private boolean hasRanges() {
        for (Type type : snapshot.all(Type.class)) {
            if (type.kind() == 'r') {
                return true;
            }
        }
        return false;
    }

    /** All that goes with a range type: its constructors, its multirange type and the constructors of that. */
    List<SchemaObject> of(Type range) {
        List<SchemaObject> all = new ArrayList<>();
        for (SchemaObject part : parts.getOrDefault(range.id(), List.of())) {
            all.add(part);
            all.addAll(parts.getOrDefault(part.id(), List.of()));
        }
        return all;
    }

    /** The range type that an object goes with. */
    Optional<Type> rangeOf(ObjectId part) {
        return Optional.ofNullable(wholes.get(part))
                .flatMap(whole -> whole.kind() == 'r' ? Optional.of(whole) : rangeOf(whole.id()));
    }

    private void add(SchemaObject part, Type whole) {
        parts.computeIfAbsent(whole.id(), w -> new ArrayList<>()).add(part);
        wholes.put(part.id(), whole);
    }

    private static boolean isPart(SchemaObject part, Type whole) {
        boolean multirange = part instanceof Type type && type.kind() == 'm';
        return whole.kind() == 'r' && (multirange || part instanceof Routine)
                || whole.kind() == 'm' && part instanceof Routine;
    }
}
