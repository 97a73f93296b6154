package io.github.schemasplit.assignment;

import io.github.schemasplit.catalog.CatalogObject;
import io.github.schemasplit.catalog.ObjectId;
import io.github.schemasplit.catalog.Relation;
import io.github.schemasplit.catalog.Routine;
import io.github.schemasplit.catalog.SequenceOwners;
import io.github.schemasplit.catalog.Snapshot;
import io.github.schemasplit.catalog.StatisticsObject;
import io.github.schemasplit.catalog.Type;
import io.github.schemasplit.mapping.Mapping;
import io.github.schemasplit.sql.QualifiedName;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Decides which object of a snapshot belongs to which target schema of a mapping. */
public final class Assigner {
    private final Scope scope;
    private final SequenceOwners sequences;
    private final Inheritance inheritance;
    private final RangeParts ranges;
    private final CandidateFinder finder;
    private final Placements placements;
    private final Problems problems = new Problems();

    private Assigner(Snapshot snapshot, Mapping mapping) {
        this.scope = new Scope(snapshot, mapping);
        this.sequences = snapshot.sequenceOwners();
        this.inheritance = new Inheritance(scope);
        this.ranges = new RangeParts(snapshot);
        this.finder = new CandidateFinder(scope, inheritance, ranges);
        this.placements = new Placements(sequences);
    }

    /**
     * Assigns the objects of a snapshot. It never fails: what is wrong with an entry is among the assignment's problems, and
     * objects that two target schemas claim have no placement.
     */
    public static Assignment assign(Snapshot snapshot, Mapping mapping) {
        return new Assigner(snapshot, mapping).assign();
    }

    private Assignment assign() {
        TablePlacer tables =
                new TablePlacer(scope, inheritance, claims(EntryKind.TABLES, finder::tables), placements, problems);
        tables.place();
        new SequencePlacer(scope, sequences, placements).place();
        new ViewPlacer(scope, claims(EntryKind.VIEWS, finder::views), placements).place();
        placeStatistics();
        placeNamed(claims(EntryKind.ROUTINES, finder::routines), Routine.class, Routine::name);
        placeNamed(claims(EntryKind.TYPES, finder::types), Type.class, Type::name);
        placeRangeParts();
        return new Assignment(
                scope.mapping(),
                scope.snapshot(),
                placements.byName(),
                tables.unmapped(),
                tables.bookkeeping(),
                problems.inMappingOrder());
    }

    /** Looks for what entries may name only when there are entries: a database has more types than tables, and mappings rarely name one. */
    private Claims claims(EntryKind kind, Supplier<Candidates> candidates) {
        List<MappingEntry> entries = MappingEntry.all(scope.mapping(), kind);
        return new Claims(entries, scope, entries.isEmpty() ? new Candidates(List.of()) : candidates.get(), problems);
    }

    private void placeStatistics() {
        for (StatisticsObject statistics : scope.snapshot().all(StatisticsObject.class)) {
            ObjectId id = ObjectId.relation(statistics.relation());
            if (scope.extensionOf(statistics.id()).isPresent()) {
                continue;
            }
            List<Relation> table =
                    scope.snapshot().relation(statistics.relation()).stream().toList();
            placements
                    .target(id)
                    .filter(target -> scope.mayFollow(statistics.name().schema(), target, table))
                    .ifPresent(target ->
                            placements.place(statistics, statistics.name(), target, new Cause.StatisticsOf(id)));
        }
    }

    private void placeRangeParts() {
        for (Type range : scope.snapshot().all(Type.class)) {
            placements.target(range.id()).ifPresent(target -> {
                for (CatalogObject part : ranges.of(range)) {
                    QualifiedName name = part instanceof Routine routine ? routine.name() : ((Type) part).name();
                    if (scope.isSource(name.schema())
                            || name.schema().equals(target)
                            || name.schema().equals(range.name().schema())) {
                        placements.place(part, name, target, new Cause.MadeWith(range.id()));
                    }
                }
            });
        }
    }

    private <T> void placeNamed(Claims claims, Class<T> kind, Function<T, QualifiedName> name) {
        claims.objects()
                .filter(kind::isInstance)
                .forEach(o ->
                        claims.of(o.id()).ifPresent(entry -> placements.place(o, name.apply(kind.cast(o)), entry)));
    }
}
