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
    private final Map<QualifiedName, Type> types = new HashMap<>();
    private final Map<QualifiedName, List<SchemaObject>> routines = new HashMap<>();

    NameIndex(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (Type type : snapshot.all(Type.class)) {
            types.put(type.name(), type);
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            routines.computeIfAbsent(routine.name(), n -> new ArrayList<>(1)).add(routine);
        }
    }

    /** The relation, type or routines of this name; none when it has no bearer in the snapshot. */
    List<SchemaObject> bearers(ReferenceKind kind, QualifiedName name) {
        return switch (kind) {
            case RELATION, COLUMN -> relationOrType(name);
            case TYPE -> typeOrRelation(name);
            case ROUTINE -> routines.getOrDefault(name, List.of());
        };
    }

    /** A composite type is a relation too. */
    private List<SchemaObject> relationOrType(QualifiedName name) {
        Optional<Relation> relation = snapshot.relation(name);
        if (relation.isPresent()) {
            return List.of(relation.get());
        }
        Type type = types.get(name);
        return type != null && type.relation() != 0 ? List.of(type) : List.of();
    }

    private List<SchemaObject> typeOrRelation(QualifiedName name) {
        Type type = types.get(name);
        return type != null ? List.of(type) : relationOrType(name);
    }
}
