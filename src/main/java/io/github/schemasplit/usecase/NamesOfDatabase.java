package io.github.schemasplit.usecase;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.sourcecode.MovedNames;
import io.github.schemasplit.sql.Identifier;
import java.util.HashMap;
import java.util.Map;

/** The names of what belongs into a target schema, moved or not yet, with the sequences of its tables. */
final class NamesOfDatabase {
    private NamesOfDatabase() {}

    static MovedNames of(Assignment assignment) {
        SequenceOwners sequences = assignment.snapshot().sequenceOwners();
        Map<String, Identifier> relations = new HashMap<>();
        Map<String, Identifier> routines = new HashMap<>();
        Map<String, Identifier> types = new HashMap<>();
        for (Placement placement : assignment.placements()) {
            String name = placement.current().name().value();
            if (placement.object() instanceof Relation) {
                relations.put(name, placement.target());
                for (Relation sequence : sequences.ownedBy(placement.object().id())) {
                    relations.put(sequence.name().name().value(), placement.target());
                }
            } else if (placement.object() instanceof Routine) {
                routines.put(name, placement.target());
            } else if (placement.object() instanceof Type) {
                types.put(name, placement.target());
            }
        }
        return new MovedNames(assignment.mapping().source().value(), relations, routines, types);
    }
}
