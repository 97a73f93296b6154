package io.github.schemasplit.names;

import io.github.schemasplit.catalog.Catalog;
import io.github.schemasplit.catalog.Constraint;
import io.github.schemasplit.catalog.Index;
import io.github.schemasplit.catalog.NamedObject;
import io.github.schemasplit.catalog.ObjectId;
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

/** What bears a name: one relation, one type, routines that differ in their arguments, or constraints of several tables. */
final class NameIndex {
    private final Snapshot snapshot;
    private final Map<QualifiedName, Type> types = new HashMap<>();
    private final Map<QualifiedName, List<SchemaObject>> routines = new HashMap<>();
    /** The tables of indexes, which go where those go. */
    private final Map<QualifiedName, SchemaObject> indexes = new HashMap<>();
    /** The tables that have a constraint of a name. */
    private final Map<QualifiedName, List<SchemaObject>> constraints = new HashMap<>();

    private final Map<QualifiedName, List<NamedObject>> named = new HashMap<>();

    NameIndex(Snapshot snapshot) {
        this.snapshot = snapshot;
        for (NamedObject object : snapshot.all(NamedObject.class)) {
            add(object, object.name(), named);
        }
        for (Type type : snapshot.all(Type.class)) {
            types.put(type.name(), type);
        }
        for (Routine routine : snapshot.all(Routine.class)) {
            add(routine, routine.name(), routines);
        }
        for (Index index : snapshot.all(Index.class)) {
            if (snapshot.find(ObjectId.relation(index.relation())).orElse(null) instanceof SchemaObject table) {
                indexes.put(index.name(), table);
            }
        }
        for (Constraint constraint : snapshot.all(Constraint.class)) {
            if (snapshot.find(ObjectId.relation(constraint.relation())).orElse(null) instanceof SchemaObject table) {
                add(table, new QualifiedName(table.name().schema(), constraint.name()), constraints);
            }
        }
    }

    private static <T> void add(T bearer, QualifiedName name, Map<QualifiedName, List<T>> bearers) {
        bearers.computeIfAbsent(name, n -> new ArrayList<>(1)).add(bearer);
    }

    /** The relation, type or routines of this name, of an index or constraint its tables; none when it has no bearer in the snapshot. */
    List<SchemaObject> bearers(ReferenceKind kind, QualifiedName name) {
        return switch (kind) {
            case RELATION -> relationOrIndex(name);
            case COLUMN -> relationOrType(name);
            case TYPE -> typeOrRelation(name);
            case CONSTRAINT -> constraints.getOrDefault(name, List.of());
            case ROUTINE -> routinesOrType(name);
            case OPERATOR -> named(Catalog.PG_OPERATOR, name);
            case COLLATION -> named(Catalog.PG_COLLATION, name);
            case CONFIGURATION -> named(Catalog.PG_TS_CONFIG, name);
            case DICTIONARY -> named(Catalog.PG_TS_DICT, name);
        };
    }

    private List<SchemaObject> named(Catalog catalog, QualifiedName name) {
        List<SchemaObject> named = new ArrayList<>();
        for (NamedObject object : this.named.getOrDefault(name, List.of())) {
            if (object.id().catalog() == catalog) {
                named.add(object);
            }
        }
        return named;
    }

    /** What looks like a call, and is none, may be a cast to a type that has no columns. */
    private List<SchemaObject> routinesOrType(QualifiedName name) {
        List<SchemaObject> named = routines.getOrDefault(name, List.of());
        Type type = types.get(name);
        return named.isEmpty() && type != null && type.relation() == 0 && !type.isImplicit() ? List.of(type) : named;
    }

    private List<SchemaObject> relationOrIndex(QualifiedName name) {
        SchemaObject indexed = indexes.get(name);
        return indexed == null ? relationOrType(name) : List.of(indexed);
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
