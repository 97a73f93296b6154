package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.catalog.Schema;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.mapping.TargetSchema;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The schemas that the mapping is about, the source schema and the target schemas, for findings about what has long been in them. */
final class MappedSchemas {
    private final Snapshot snapshot;
    private final Set<Identifier> schemas = new HashSet<>();

    MappedSchemas(Assignment assignment) {
        this.snapshot = assignment.snapshot();
        schemas.add(assignment.mapping().source().value());
        for (TargetSchema target : assignment.mapping().targets()) {
            schemas.add(target.name().value());
        }
    }

    /** Whether an object is in one of them and stands for itself, not for an extension. */
    boolean have(SchemaObject object) {
        return schemas.contains(object.name().schema()) && !snapshot.isExtensionMember(object.id());
    }

    /** Whether a schema is one of them. */
    boolean have(Schema schema) {
        return schemas.contains(schema.name());
    }

    /** Objects by the schema that they are in, those of each by name. */
    static <T extends SchemaObject> Map<Identifier, List<T>> bySchema(List<T> objects) {
        List<T> byName = new ArrayList<>(objects);
        byName.sort(new ByName());
        Map<Identifier, List<T>> bySchema = new TreeMap<>();
        for (T object : byName) {
            bySchema.computeIfAbsent(object.name().schema(), s -> new ArrayList<>())
                    .add(object);
        }
        return bySchema;
    }

    private static final class ByName implements Comparator<SchemaObject> {
        @Override
        public int compare(SchemaObject left, SchemaObject right) {
            int byName = left.name().compareTo(right.name());
            return byName != 0 ? byName : left.id().compareTo(right.id());
        }
    }
}
