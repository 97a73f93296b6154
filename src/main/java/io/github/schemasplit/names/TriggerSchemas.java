package io.github.schemasplit.names;

import io.github.schemasplit.assignment.Assignment;
import io.github.schemasplit.assignment.Placement;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.Trigger;
import io.github.schemasplit.sql.Identifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** In which schemas the tables are whose triggers call a routine. */
final class TriggerSchemas {
    private final Assignment assignment;
    private final Identifier source;

    TriggerSchemas(Assignment assignment) {
        this.assignment = assignment;
        this.source = assignment.mapping().source().value();
    }

    /**
     * The one schema to which all tables of the source schema move that have a trigger of the routine; empty where there is no such
     * table or schema, or where that schema has another one, so that it stands for more than the source schema does now.
     */
    Optional<Identifier> onlyTarget(Routine routine) {
        Set<Identifier> targets = new HashSet<>();
        Set<Identifier> others = new HashSet<>();
        for (Trigger trigger : assignment.snapshot().all(Trigger.class)) {
            if (trigger.routine() == routine.oid()) {
                Optional<Relation> table = assignment.snapshot().relation(trigger.relation());
                if (table.isEmpty()) {
                    return Optional.empty();
                }
                Identifier now = table.get().name().schema();
                (now.equals(source) ? targets : others).add(then(table.get()));
            }
        }
        return targets.size() == 1 && !targets.contains(source) && !others.removeAll(targets)
                ? Optional.of(targets.iterator().next())
                : Optional.empty();
    }

    private Identifier then(Relation table) {
        Optional<Placement> placement = assignment.placement(ObjectId.relation(table.oid()));
        return placement.isPresent() ? placement.get().target() : table.name().schema();
    }
}
