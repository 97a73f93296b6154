package io.github.schemasplit.analysis;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.mapping.Crossing;
import io.github.schemasplit.names.CrossSchemaReferences;
import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;

/** Everything that will refer, or refers already, from one schema of the mapping to another: target schemas and source schema. */
public final class Crossings {
    private Crossings() {}

    /** Those of a database, in order. */
    public static SortedSet<Crossing> of(Assignment assignment) {
        SortedSet<Crossing> crossings = CrossSchemaReferences.of(assignment);
        ForeignKeyList list = ForeignKeyList.of(assignment);
        Set<Identifier> schemas = new HashSet<>(list.targets());
        schemas.add(list.source());
        for (ForeignKey key : list.foreignKeys()) {
            if (key.crossesSchemas() && schemas.contains(key.fromSchema()) && schemas.contains(key.toSchema())) {
                crossings.add(key.crossing());
            }
        }
        return crossings;
    }
}
