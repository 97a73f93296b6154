package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.RelationKind;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.sql.Identifier;
import java.util.Comparator;
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
        scope.snapshot().relations().stream()
                .filter(r -> r.kind() == RelationKind.SEQUENCE && !scope.isOutOfReach(r))
                .filter(r -> owners.owner(r.id()).isEmpty())
                .forEach(this::place);
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
                && tables.stream().allMatch(t -> placements.target(t.id()).equals(target))
                && scope.mayFollow(sequence.name().schema(), target.get(), tables)) {
            placements.place(sequence, sequence.name(), target.get(), new Cause.SequenceOfDefault(first.id()));
        }
    }

    private List<Relation> tables(List<ObjectId> users) {
        Snapshot snapshot = scope.snapshot();
        return users.stream()
                .flatMap(u -> snapshot.find(u).stream())
                .filter(o -> o instanceof Relation r && r.kind().isTable())
                .map(Relation.class::cast)
                .sorted(Comparator.comparing(Relation::name).thenComparing(Relation::oid))
                .toList();
    }
}
