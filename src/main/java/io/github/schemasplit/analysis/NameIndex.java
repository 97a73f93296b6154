package io.github.schemasplit.analysis;

import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sql.QualifiedName;
import io.github.schemasplit.sqltext.ReferenceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What bears a name: one relation, one type, or routines that differ in their arguments. */
final class NameIndex {
    private final Snapshot snapshot;
    private final Map<QualifiedName, List<SchemaObject>> types = new HashMap<>();
    private final Map<QualifiedName, List<SchemaObject>> routines = new HashMap<>();

    NameIndex(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Type type : snapshot.all(Type.class)) {
            types.put(type.name(), List.of(type));
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            routines.computeIfAbsent(routine.name(), n -> new ArrayList<>(1)).add(routine);
        }
    }

    /** The relation, type or routines of this name; none when it has no bearer in the snapshot. */
    List<SchemaObject> bearers(ReferenceKind kind, QualifiedName name) {
        return switch (kind) {
            case RELATION, COLUMN -> relation(name);
            case TYPE -> types.getOrDefault(name, relation(name));
            case ROUTINE -> routines.getOrDefault(name, List.of());
        };
    }

    private List<SchemaObject> relation(QualifiedName name) {
        Optional<Relation> relation = snapshot.relation(name);
        return relation.isPresent() ? List.of(relation.get()) : List.of();
    }
}
