package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places free-standing sequences: one that nothing but defaults of tables uses goes with these tables, if they go to one schema.
 * Owned sequences go with their tables by themselves and need no placement.
 */
final class SequencePlacer {
    private final Scope scope;
    private final SequenceOwners owners;
    private final Placements placements;

    SequencePlacer(Scope scope, SequenceOwners owners, Placements placements) {
        this.scope = scope;
        this.owners = owners;
        this.placements = placements;
    }

    void place() {
        for (Relation relation : scope.snapshot().relations()) {
            if (relation.kind() == RelationKind.SEQUENCE
                    && !scope.isOutOfReach(relation)
                    && owners.owner(relation.id()).isEmpty()) {
                place(relation);
            }
        }
    }

    private void place(Relation sequence) {
        List<ObjectId> users = scope.whatNeeds(sequence);
        List<Relation> tables = tables(users);
        if (tables.isEmpty() || tables.size() < users.size()) {
            return;
        }
        Relation first = tables.get(0);
        Optional<Identifier> target = placements.target(first.id());
        if (target.isPresent()
                && allGoTo(target.get(), tables)
                && scope.mayFollow(sequence.name().schema(), target.get(), tables)) {
            placements.place(sequence, target.get(), new Cause.SequenceOfDefault(first.id()));
        }
    }

    private boolean allGoTo(Identifier target, List<Relation> tables) {
        for (Relation table : tables) {
            if (!placements.target(table.id()).equals(Optional.of(target))) {
                return false;
            }
        }
        return true;
    }

    private List<Relation> tables(List<ObjectId> users) {
        List<Relation> tables = new ArrayList<>();
        for (ObjectId user : users) {
            Optional<CatalogObject> object = scope.snapshot().find(user);
            if (object.isPresent()
                    && object.get() instanceof Relation relation
                    && relation.kind().isTable()) {
                tables.add(relation);
            }
        }
        tables.sort(Scope.BY_NAME);
        return tables;
    }
}
