package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CompatibilityViews;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.SchemaObject;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.EntryKind;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.sql.Identifier;
import java.util.List;
import java.util.Optional;

/** Decides which object of a snapshot belongs to which target schema of a mapping. */
public final class Assigner {
    private final Snapshot database;
    private final Scope scope;
    private final SequenceOwners sequences;
    private final Inheritance inheritance;
    private final RangeParts ranges;
    private final CandidateFinder finder;
    private final Placements placements;
    private final Problems problems = new Problems();

    private Assigner(Snapshot database, Mapping mapping) {
        this.database = database;
        Snapshot snapshot = CompatibilityViews.in(database).without();
        this.scope = new Scope(snapshot, mapping);
        this.sequences = snapshot.sequenceOwners();
        this.inheritance = new Inheritance(scope);
        this.ranges = new RangeParts(snapshot);
        this.finder = new CandidateFinder(scope, inheritance, ranges);
        this.placements = new Placements(sequences);
    }

    /**
     * Assigns the objects of a snapshot. It never fails: what is wrong with an entry is among the assignment's problems, and
     * objects that two target schemas claim have no placement. Compatibility views are nobody's: the assignment is of the database
     * without them.
     */
    public static Assignment assign(Snapshot snapshot, Mapping mapping) {
        return new Assigner(snapshot, mapping).assign();
    }

    private Assignment assign() {
        TablePlacer tables = new TablePlacer(scope, inheritance, claims(EntryKind.TABLES), placements, problems);
        tables.place();
        new SequencePlacer(scope, sequences, placements).place();
        new ViewPlacer(scope, claims(EntryKind.VIEWS), placements).place();
        placeStatistics();
        for (EntryKind kind : EntryKind.values()) {
            if (kind != EntryKind.TABLES && kind != EntryKind.VIEWS) {
                placeNamed(claims(kind));
            }
        }
        placeRangeParts();
        return new Assignment(
                scope.mapping(),
                database,
                scope.snapshot(),
                placements.byName(),
                tables.unmapped(),
                tables.bookkeeping(),
                problems.inMappingOrder());
    }

    /** Looks for what entries may name only when there are entries: a database has more types than tables, and mappings rarely name one. */
    private Claims claims(EntryKind kind) {
        List<MappingEntry> entries = MappingEntry.all(scope.mapping(), kind);
        Candidates candidates = entries.isEmpty() ? new Candidates(List.of(), scope) : finder.of(kind);
        return new Claims(entries, scope, candidates, problems);
    }

    private void placeStatistics() {
        for (StatisticsObject statistics : scope.snapshot().all(StatisticsObject.class)) {
            ObjectId id = ObjectId.relation(statistics.relation());
            if (scope.extensionOf(statistics.id()).isPresent()) {
                continue;
            }
            List<Relation> table =
                    scope.snapshot().relation(statistics.relation()).stream().toList();
            Optional<Identifier> target = placements.target(id);
            if (target.isPresent() && scope.mayFollow(statistics.name().schema(), target.get(), table)) {
                placements.place(statistics, target.get(), new Cause.StatisticsOf(id));
            }
        }
    }

    private void placeRangeParts() {
        for (Type range : scope.snapshot().all(Type.class)) {
            Optional<Identifier> target = placements.target(range.id());
            if (target.isPresent()) {
                placeRangeParts(range, target.get());
            }
        }
    }

    private void placeRangeParts(Type range, Identifier target) {
        for (SchemaObject part : ranges.of(range)) {
            Identifier schema = part.name().schema();
            if (scope.isSource(schema)
                    || schema.equals(target)
                    || schema.equals(range.name().schema())) {
                placements.place(part, target, new Cause.MadeWith(range.id()));
            }
        }
    }

    private void placeNamed(Claims claims) {
        for (SchemaObject object : claims.objects()) {
            Optional<MappingEntry> entry = claims.of(object.id());
            if (entry.isPresent()) {
                placements.place(object, entry.get());
            }
        }
    }
}
